import type { DateTime } from 'luxon'
import type { Actor } from '#app/platform/database/current'
import type User from '#app/identity/user'
import Message from '#app/messages/message'
import type { Chronicle } from './chronicle.js'
import type { Dice } from './dice.js'
import { inOfficeHours, whenAwake } from './hours.js'
import type { Arrival } from './request_desk.js'
import type { Line } from './theme.js'

type Company = { chronicle: Chronicle; dice: Dice }
type People = { agent: User; field: User }

export const CUSTOMER: Actor = { kind: 'customer', id: null }
export const actorOf = ({ id, name }: User): Actor => ({ kind: 'user', id, name })

const firstNameOf = (name: string) => name.split(' ')[0]

/** The messages about one request, in both directions. */
export class Conversation {
  constructor(
    private arrival: Arrival,
    private people: People,
    private company: Company
  ) {}

  /** Each writes when they get to it, and reads before they answer; returns when the last has written. */
  plan(lines: readonly Line[], begin: DateTime) {
    let at = begin
    lines.forEach(([from, text], index) => {
      at = this.#nextMoment(from, at)
      this.#say(from, text, at, { isAnswer: index > 0 && lines[index - 1][0] !== from })
    })
    const last = lines.at(-1)?.[0]
    if (last) this.#readLast(last, at)
    return at
  }

  #nextMoment(from: Line[0], at: DateTime) {
    const { dice } = this.company
    if (from === 'us') return inOfficeHours(at, dice.between(3, 35), dice)
    return whenAwake(at, dice.between(4, this.arrival.trouble.theme.isUrgent ? 40 : 260), dice)
  }

  #say(from: Line[0], text: string, at: DateTime, { isAnswer }: { isAnswer: boolean }) {
    const { lead } = this.arrival
    const isOurs = from === 'us'
    this.company.chronicle.at(at, this.#actor(from), async () => {
      if (isAnswer) await Message.readAll(lead, isOurs ? 'user' : 'customer')
      await Message.post({ lead, author: isOurs ? this.people.agent : 'customer', body: this.#filled(text) })
    })
  }

  #readLast(writer: Line[0], at: DateTime) {
    const { dice } = this.company
    if (writer === 'us' && dice.chance(0.75)) {
      this.#reads('customer', whenAwake(at, dice.between(5, 300), dice))
    } else if (writer === 'them' && dice.chance(0.9)) {
      this.#reads('user', inOfficeHours(at, dice.between(2, 40), dice))
    }
  }

  #reads(reader: 'customer' | 'user', at: DateTime) {
    const read = () => Message.readAll(this.arrival.lead, reader)
    this.company.chronicle.at(at, this.#actor(reader === 'user' ? 'us' : 'them'), read, { isQuiet: true })
  }

  #actor(from: Line[0]) {
    return from === 'us' ? actorOf(this.people.agent) : CUSTOMER
  }

  #filled(text: string) {
    const { customer, isFirm } = this.arrival.client
    const { agent, field } = this.people
    const names = {
      name: customer.name,
      first: isFirm ? customer.name : firstNameOf(customer.name),
      me: firstNameOf(agent.name),
      field: firstNameOf(field.name),
    }
    return text.replace(/\{(\w+)\}/g, (_, key: keyof typeof names) => names[key])
  }
}
