import type { DateTime } from 'luxon'
import Role from '#app/access/role'
import CannedReply from '#app/canned_replies/canned_reply'
import Team from '#app/access/team'
import { SYSTEM } from '#app/platform/database/current'
import BookingCalendar from '#app/bookings/booking_calendar'
import { BRIGHTWATER, INVITED } from '../cast.js'
import { inOfficeHours } from '../hours.js'
import { brightwaterLogo } from '../logos.js'
import { ServiceStory } from '../service_story.js'
import type { Setting } from '../setting.js'
import { OrderBoard } from './order_board.js'
import { REPLIES } from './replies.js'
import { region } from './region.js'
import { words } from './words.js'

type Key = keyof typeof BRIGHTWATER.people

const DESK: Key[] = ['priya', 'colleen']
const FIELD: Key[] = ['marcus', 'luis', 'hannah']
const LABELS_LOST = [66, 52, 40, 31, 22, 12, 4]
const HOUSES_SOLD = [47, 17]

/** Plumbers in Denver who grow. */
export class Brightwater extends ServiceStory<Key> {
  constructor(setting: Setting) {
    const sizes = { customers: 200, requests: 106, photos: 0.62 }
    super(BRIGHTWATER, setting, {
      seed: 80202,
      days: 112,
      region,
      words,
      desk: DESK,
      leads: ['daniel'],
      field: FIELD,
      ...sizes,
    })
  }

  protected plan() {
    this.drawLogo('maya', this.daysAgo(112, { hour: 15, minute: 20 }), brightwaterLogo())
    this.orderLabels(
      'Truck stock, first sheets',
      150,
      'letter-30',
      this.daysAgo(109, { hour: 10, minute: 5 })
    )
    this.orderLabels(
      'Water heater and boiler tags',
      120,
      'letter-20',
      this.daysAgo(70, { hour: 14, minute: 32 })
    )
    this.orderLabels('Fridge magnets', 90, 'letter-30', this.daysAgo(5, { hour: 11, minute: 18 }), {
      isPrinted: false,
    })
    this.improveQuestions(this.daysAgo(58, { hour: 16, minute: 45 }))
    this.meetCustomers({ from: 107, rushUntil: 69 })
    for (const days of LABELS_LOST) this.#loseLabel(days)
    for (const days of HOUSES_SOLD) this.#sellHouse(days)
    this.#formTeams(this.daysAgo(34, { hour: 9, minute: 15 }))
    this.#openCalendar(this.daysAgo(20, { hour: 10, minute: 50 }))
    this.does('daniel', this.daysAgo(41, { hour: 13, minute: 25 }), async () => {
      for (const reply of REPLIES) await CannedReply.add(reply)
    })
    this.receiveRequests(90, { recent: 8 })
    this.#connectBoard(this.daysAgo(2, { hour: 8, minute: 20 }))
    this.invite('maya', this.daysAgo(2, { hour: 9, minute: 40 }), INVITED)
    this.readNotifications(['maya', 'daniel'], [8], { until: 20 })
    this.readNotifications(DESK, [8, 13])
  }

  /** Customers choose their own time from now on: three vans on weekdays, one on Saturday mornings. */
  #openCalendar(at: DateTime) {
    const windows = (capacity: number, hours: string[]) =>
      hours.map((one) => ({ from: one.slice(0, 5), to: one.slice(6), capacity }))
    const weekday = windows(3, ['08:00-10:00', '10:00-12:00', '13:00-15:00', '15:00-17:00'])
    this.does('maya', at, async () => {
      await BookingCalendar.state({
        week: [...Array.from({ length: 5 }, () => weekday), windows(1, ['09:00-11:00', '11:00-13:00']), []],
        closedDays: [],
        noticeHours: 12,
        horizonDays: 14,
        holdHours: 24,
        changeHours: 24,
      })
      const { path, sites, redirectUrl, leadStatus, assigneeId, teamId } = this.flow
      await this.flow.arrange({
        path,
        sites,
        redirectUrl,
        leadStatus,
        assigneeId,
        teamId,
        booking: 'instant',
      })
    })
  }

  #connectBoard(at: DateTime) {
    const board = new OrderBoard()
    this.does('maya', at, () => board.connect())
    this.does('maya', this.present.minus({ hours: 3 }), () => board.pause())
    const last = this.present.minus({ minutes: 2, seconds: 1 })
    this.chronicle.at(last, SYSTEM, () => board.answer(), { isQuiet: true })
  }

  /** The crew gets a lead, who sees what its people are to do. */
  #formTeams(at: DateTime) {
    const members = (keys: Key[], lead: Key) =>
      keys.map((key) => ({ userId: this.team[key].id, isLead: key === lead }))
    this.does('maya', at, async () => {
      const office = await Team.make({ name: 'Office', parentId: null })
      const crew = await Team.make({ name: 'Service crew', parentId: null })
      await office.gather(members(['daniel', ...DESK], 'daniel'))
      await crew.gather(members(FIELD, 'hannah'))
      const role = await Role.make({
        name: 'Crew lead',
        description: 'Sees the requests and visits of the whole crew, and takes orders over',
        basedOn: 'field_user',
        grants: {
          leads: { read: 'team', edit: 'team', assign: 'team' },
          orders: { read: 'team', edit: 'team', assign: 'team' },
          messages: { read: 'team', create: 'all' },
        },
        fields: {},
      })
      await this.team.hannah.change({ roleId: role.id })
    })
  }

  /** Some are torn and retired, some are gone; most get another one at once. */
  #loseLabel(days: number) {
    const at = this.#atWork(days)
    this.does(this.dice.pick(FIELD), at, async (by) => {
      const client = this.dice.pick(this.book.labelled(false))
      const code = client.code!
      await (days % 3 === 0 ? code.retire({ by }) : code.reportLost({ by }))
      client.code = null
      if (days !== 40) this.label(client, by, at.plus({ minutes: 4 }))
    })
  }

  /** The label stays with the house, and changes hands. */
  #sellHouse(days: number) {
    this.does(this.dice.pick(FIELD), this.#atWork(days), async (by) => {
      const seller = this.dice.pick(this.book.labelled(false))
      const buyer = await this.book.registerAt(seller.customer)
      await seller.code!.assign(buyer.customer, { by, replacing: seller.customer.id })
      buyer.code = seller.code
      seller.code = null
    })
  }

  #atWork(days: number) {
    return inOfficeHours(
      this.daysAgo(days, { hour: this.dice.between(9, 15), minute: this.dice.between(0, 59) }),
      0,
      this.dice
    )
  }
}
