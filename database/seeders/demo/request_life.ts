import type { DateTime } from 'luxon'
import type User from '#app/identity/user'
import Order from '#app/orders/order'
import Visit from '#app/orders/visit'
import type { Chronicle } from './chronicle.js'
import { actorOf, Conversation, CUSTOMER } from './conversation.js'
import type { Diary } from './diary.js'
import type { Dice } from './dice.js'
import { inOfficeHours, whenAwake, type Window } from './hours.js'
import { outcomeOf, type Outcome } from './outcome.js'
import type { Arrival } from './request_desk.js'
import type { Words } from './words.js'

type Crew = { desk: User[]; leads: User[]; field: User[] }
type Company = { chronicle: Chronicle; dice: Dice; words: Words; diary: Diary; crew: Crew }
/** What becomes of one request. Each step plans the next; those that lie in the future do not happen yet. */
export class RequestLife {
  #agent: User
  #field: User
  #conversation: Conversation
  #dice: Dice

  constructor(
    private arrival: Arrival,
    private company: Company
  ) {
    const { dice, crew } = company
    this.#dice = dice
    this.#agent = dice.pick(crew.desk)
    this.#field = dice.pick(crew.field)
    this.#conversation = new Conversation(arrival, { agent: this.#agent, field: this.#field }, company)
  }

  begin(at: DateTime) {
    const { number } = this.arrival.lead
    const { days } = this.company.chronicle.present.diff(at, 'days')
    const outcome = outcomeOf({ number, days, isUrgent: this.#isUrgent }, this.#dice)
    if (outcome === 'new') return
    if (outcome === 'cancelled' && this.#dice.chance(0.45)) this.#cancel(this.#whenAwake(at, 15, 900))
    else this.#assign(this.#whenSeen(at), outcome)
  }

  get #isUrgent() {
    return this.arrival.trouble.theme.isUrgent ?? false
  }

  // Somebody is on call in the evening and on weekends, and looks after what cannot wait.
  #whenSeen(at: DateTime) {
    const isOnCall = this.#isUrgent && at.hour >= 6 && at.hour < 22 && this.#dice.chance(0.6)
    if (isOnCall) return at.plus({ minutes: this.#dice.between(4, 35), seconds: this.#dice.between(0, 59) })
    return this.#isUrgent ? this.#atWork(at, 3, 25) : this.#atWork(at, 6, 140)
  }

  #assign(at: DateTime, outcome: Outcome) {
    const by = this.#dice.chance(0.25) ? this.#dice.pick(this.company.crew.leads) : this.#agent
    this.#does(by, at, async () => {
      await this.arrival.lead.assign(this.#agent)
      this.#start(this.#atWork(at, 1, 25), outcome)
    })
  }

  #start(at: DateTime, outcome: Outcome) {
    this.#does(this.#agent, at, async () => {
      await this.arrival.lead.start()
      if (outcome === 'lost') return this.#chase(at)
      const talk = this.#dice.chance(0.56) ? this.#dice.pick(this.arrival.trouble.theme.talks) : []
      const isWaiting = outcome === 'in_progress' && this.#dice.chance(0.5)
      const end = this.#conversation.plan(isWaiting ? talk.slice(0, 1) : talk, at)
      if (outcome === 'converted') this.#convert(this.#atWork(end, 5, 90))
      if (outcome === 'cancelled') this.#cancel(this.#whenAwake(end, 60, 2000))
    })
  }

  #convert(at: DateTime) {
    const { lead, trouble } = this.arrival
    this.#does(this.#agent, at, async () => {
      const window = this.company.diary.book(this.#field, at, this.#daysAhead())
      const note = this.#dice.pick(trouble.theme.visitNotes)
      const order = await Order.fromLead(lead, { window, assignee: this.#field, note, by: this.#agent })
      this.#afterwards(order, at, window)
    })
  }

  #daysAhead() {
    if (this.#isUrgent) return this.#dice.between(0, 3)
    return this.arrival.trouble.theme.isProject ? this.#dice.between(8, 18) : this.#dice.between(4, 14)
  }

  #afterwards(order: Order, at: DateTime, { startsAt }: Window) {
    const { moved, cancelledOrders } = this.company.words
    const isSoon = startsAt.diff(at, 'hours').hours < 20
    if (!isSoon && this.#dice.chance(0.14)) {
      this.#move(order, this.#conversation.plan(moved, this.#whenAwake(at, 60, 600)))
    } else if (!isSoon && this.#dice.chance(0.11)) {
      const reason = this.#dice.pick(cancelledOrders)
      this.#does(this.#agent, this.#atWork(at, 60, 700), () => order.cancel(reason))
    } else {
      this.#finish(order, startsAt)
    }
  }

  #move(order: Order, promised: DateTime) {
    const at = inOfficeHours(promised, 2, this.#dice)
    this.#does(this.#agent, at, async () => {
      const visit = await Visit.findByOrFail('orderId', order.id)
      const window = this.company.diary.book(this.#field, at, this.#dice.between(2, 6))
      await visit.reschedule({ window, assignee: this.#field, note: visit.note })
      this.#finish(order, window.startsAt)
    })
  }

  #finish(order: Order, startsAt: DateTime) {
    const done = startsAt
      .setZone(this.company.chronicle.present.zone)
      .plus({ minutes: this.#dice.between(45, 190) })
    this.#does(this.#field, done, () => order.finish())
    if (this.#dice.chance(0.17))
      this.#conversation.plan([['them', this.#dice.pick(this.arrival.trouble.theme.thanks)]], done)
  }

  #chase(at: DateTime) {
    const { chasers, lossReasons } = this.company.words
    const later = this.#atWork(at, 200, 1400)
    if (this.#dice.chance(0.6)) this.#conversation.plan([['us', this.#dice.pick(chasers)]], later)
    const reason = this.#dice.pick(lossReasons)
    this.#does(this.#agent, this.#atWork(later, 700, 4000), () => this.arrival.lead.lose(reason))
  }

  #cancel(at: DateTime) {
    const { lead } = this.arrival
    const word = this.#dice.pick(this.company.words.cancelling)
    const written = word ? this.#conversation.plan([['them', word]], at) : at
    this.company.chronicle.at(written.plus({ minutes: 1 }), CUSTOMER, () => lead.cancel())
  }

  #atWork(after: DateTime, least: number, most: number) {
    return inOfficeHours(after, this.#dice.between(least, most), this.#dice)
  }

  #whenAwake(after: DateTime, least: number, most: number) {
    return whenAwake(after, this.#dice.between(least, most), this.#dice)
  }

  #does(who: User, at: DateTime, act: () => Promise<unknown>) {
    this.company.chronicle.at(at, actorOf(who), act)
  }
}
