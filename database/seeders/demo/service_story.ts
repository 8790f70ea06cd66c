import type { DateTime } from 'luxon'
import { appUrl } from '#config/app'
import type User from '#app/identity/user'
import { stampOf } from '#app/lead_flows/lead_flow'
import QrBatch from '#app/qr_codes/qr_batch'
import { CompanyStory } from './company_story.js'
import { CustomerBook, type Client, type Region } from './customer_book.js'
import type { DemoCompany } from './cast.js'
import { Diary } from './diary.js'
import { inOfficeHours, requestTimes } from './hours.js'
import { RequestDesk, type Arrival } from './request_desk.js'
import { RequestLife } from './request_life.js'
import type { Setting } from './setting.js'
import type { Words } from './words.js'

type Plot<Key extends string> = {
  seed: number
  days: number
  region: Region
  words: Words
  /** Who does what. */
  desk: Key[]
  leads: Key[]
  field: Key[]
  customers: number
  requests: number
  /** How likely somebody takes a photo of what can be photographed. */
  photos: number
}

/** A company that puts labels up at its customers' and hears from them. */
export abstract class ServiceStory<Key extends string> extends CompanyStory<Key> {
  protected readonly book: CustomerBook
  #desk: RequestDesk
  #diary = new Diary()

  constructor(
    company: DemoCompany & { people: Record<Key, DemoCompany['people'][string]> },
    setting: Setting,
    private plot: Plot<Key>
  ) {
    super(company, setting, plot)
    this.book = new CustomerBook(plot.region, plot.customers, this.dice)
    this.#desk = new RequestDesk(this.book, setting.album, plot.words, this.dice)
  }

  /** Labels are made, printed and carried along; some wait for their purpose. */
  protected orderLabels(
    name: string,
    quantity: number,
    template: string,
    at: DateTime,
    { isPrinted = true } = {}
  ) {
    const [buyer] = this.keys
    this.does(buyer, at, async (by) => {
      const batch = await QrBatch.make({ name, quantity, template, host: appUrl, isDemo: true, by })
      if (!isPrinted) return
      this.does(buyer, at.plus({ minutes: 3 }), () => batch.recordPrint())
      await this.book.stock(batch.id)
    })
  }

  protected improveQuestions(at: DateTime) {
    const [author] = this.keys
    this.does(author, at, async () => {
      await this.flow.revise({
        ...this.plot.words.betterQuestions(),
        basedOn: stampOf(await this.flow.latest()),
      })
      this.does(author, at.plus({ minutes: 14 }), async () => {
        await this.flow.publish()
        this.version = await this.flow.latest()
      })
    })
  }

  /** Most are met while something is repaired, and get their label then; others call first. */
  protected meetCustomers({ from, rushUntil }: { from: number; rushUntil: number }) {
    const { dice } = this
    const { customers, field, desk } = this.plot
    for (let index = 0; index < customers; index++) {
      const days = index < customers * 0.55 ? dice.between(rushUntil + 1, from) : dice.between(1, rushUntil)
      const isLabelled = dice.chance(0.58)
      const at = inOfficeHours(
        this.daysAgo(days, { hour: dice.between(8, 16), minute: dice.between(0, 59) }),
        0,
        dice
      )
      this.does(dice.pick(isLabelled ? field : desk), at, async (by) => {
        if (!this.book.hasNewcomers) return
        const client = await this.book.register()
        if (isLabelled) this.label(client, by, at.plus({ minutes: 2 }))
      })
    }
  }

  protected label(client: Client, by: User, at: DateTime) {
    const actor = { kind: 'user' as const, id: by.id, name: by.name }
    this.chronicle.at(at, actor, async () => {
      if (this.book.hasBlankCodes) await this.book.label(client, by)
    })
  }

  /** More of the last days than of any before, and one just now. */
  protected receiveRequests(days: number, { recent }: { recent: number }) {
    const { dice, present } = this
    const { requests, desk } = this.plot
    const lately = this.daysAgo(2)
    const earlier = requestTimes(requests - recent - 1, { from: this.daysAgo(days), to: lately, dice })
    for (const at of earlier) {
      const due = inOfficeHours(at, 0, dice)
      if (dice.chance(0.14))
        this.does(dice.pick(desk), due, async () => this.#live(await this.#desk.call(due), due))
      else this.#scan(at)
    }
    for (const at of requestTimes(recent, { from: lately, to: present.minus({ minutes: 70 }), dice }))
      this.#scan(at)
    this.#scan(present.minus({ minutes: 24 }))
  }

  #scan(at: DateTime) {
    this.chronicle.at(at, { kind: 'customer', id: null }, async () => {
      const { tenant, version } = this
      const isNews = at > this.daysAgo(8)
      const photoChance = isNews ? 0.95 : this.plot.photos
      this.#live(await this.#desk.scan(at, { tenant, version, photoChance, isNews }), at)
    })
  }

  #live(arrival: Arrival, at: DateTime) {
    const { chronicle, dice } = this
    const { words } = this.plot
    const [desk, leads, field] = [this.plot.desk, this.plot.leads, this.plot.field].map((keys) =>
      keys.map((key) => this.team[key])
    )
    new RequestLife(arrival, {
      chronicle,
      dice,
      words,
      diary: this.#diary,
      crew: { desk, leads, field },
    }).begin(at)
  }
}
