import type { DateTime, DurationLike } from 'luxon'
import { newId } from '#app/platform/ids'
import { Current, type Actor } from '#app/platform/database/current'
import Invitation from '#app/identity/invitation'
import type User from '#app/identity/user'
import LeadFlow from '#app/lead_flows/lead_flow'
import type LeadFlowVersion from '#app/lead_flows/lead_flow_version'
import Notification from '#app/notifications/notification'
import Tenant from '#app/tenancy/tenant'
import type { DemoCompany, Person } from './cast.js'
import { Chronicle } from './chronicle.js'
import { Dice } from './dice.js'
import { RememberedZone } from './remembered_zone.js'
import type { Setting } from './setting.js'
import { storeLogo } from './logos.js'

/** The life of one company, told from its first day. One unit: all of it is there, or nothing. */
export abstract class CompanyStory<Key extends string = string> {
  protected readonly dice: Dice
  protected readonly present: DateTime
  protected readonly chronicle: Chronicle
  protected readonly team = {} as Record<Key, User>
  protected tenant!: Tenant
  protected flow!: LeadFlow
  protected version!: LeadFlowVersion
  #ids: Record<Key, string>

  constructor(
    protected readonly company: DemoCompany & { people: Record<Key, DemoCompany['people'][string]> },
    protected readonly setting: Setting,
    { seed, days }: { seed: number; days: number }
  ) {
    this.dice = new Dice(seed)
    this.present = setting.present.setZone(new RememberedZone(company.timeZone))
    this.chronicle = new Chronicle(this.present, this.daysAgo(days), setting.workers)
    this.#ids = Object.fromEntries(this.keys.map((key) => [key, newId()])) as Record<Key, string>
    this.#found(days)
  }

  protected abstract plan(): void

  async tell() {
    this.plan()
    await Current.run({ tenantId: this.company.id, actor: this.setting.operator }, () =>
      this.chronicle.play()
    )
  }

  protected get keys() {
    return Object.keys(this.company.people) as Key[]
  }

  protected daysAgo(days: number, time: { hour: number; minute: number } = { hour: 0, minute: 0 }) {
    return this.present.startOf('day').minus({ days }).set(time)
  }

  protected actor(key: Key): Actor {
    return { kind: 'user', id: this.#ids[key], name: this.company.people[key].name }
  }

  /** Somebody of the team does something. */
  protected does(key: Key, at: DateTime, act: (user: User) => Promise<unknown>) {
    this.chronicle.at(at, this.actor(key), () => act(this.team[key]))
  }

  protected operatorDoes(at: DateTime, act: () => Promise<unknown>) {
    this.chronicle.at(at, this.setting.operator, act)
  }

  /** The operator opens the company and invites its first admin, who invites the others. */
  #found(days: number) {
    const { people, slug, id } = this.company
    const [first, ...others] = this.keys
    const opening = this.daysAgo(days, { hour: 9, minute: 12 })
    this.operatorDoes(opening, async () => {
      const { people: _, ...company } = this.company
      this.tenant = await Tenant.open({ ...company, slug, id }, this.setting.operator)
      this.flow = await LeadFlow.startFor(this.tenant)
      this.version = await this.flow.latest()
    })
    this.#invite(first, this.setting.operator, opening.plus({ minutes: 6 }), { minutes: 41 })
    others.forEach((key, index) => {
      this.#invite(key, this.actor(first), opening.plus({ hours: 3, minutes: index * 4 }), {
        hours: 2 + index * 3,
        minutes: index * 7,
      })
    })
    for (const key of this.keys.filter((one) => people[one].phone)) {
      this.does(key, opening.plus({ days: 2, minutes: 3 }), (user) =>
        user.change({ phone: people[key].phone })
      )
    }
  }

  /** Somebody who has not answered yet. */
  protected invite(by: Key, at: DateTime, { name, email, role }: Person) {
    this.does(by, at, () => Invitation.send({ name, email, role }))
  }

  #invite(key: Key, by: Actor, at: DateTime, thinking: DurationLike) {
    const { name, email, role } = this.company.people[key]
    this.chronicle.at(at, by, async () => {
      const invitation = await Invitation.send({ name, email, role })
      this.chronicle.at(at.plus(thinking), this.actor(key), async () => {
        const identity = await this.setting.identities.get(email)!
        this.team[key] = await Invitation.accept(invitation.id, identity, { id: this.#ids[key], name })
      })
    })
  }

  protected drawLogo(key: Key, at: DateTime, svg: string) {
    this.does(key, at, async () => {
      const logoKey = await storeLogo(this.company.id, svg)
      await this.tenant.change({ logoKey })
    })
  }

  /** People look at their notifications when they sit down; what came since is still unread. */
  protected readNotifications(keys: Key[], hours: number[], { until = 3 } = {}) {
    for (let days = 7; days >= 0; days--) {
      for (const [index, key] of keys.entries()) {
        for (const hour of hours) {
          const at = this.daysAgo(days, { hour, minute: 3 + index * 9 })
          const isAtWork = at.weekday <= 5 && at < this.present.minus({ hours: until })
          if (isAtWork)
            this.chronicle.at(at, this.actor(key), () => Notification.readAllOf(this.team[key]), {
              isQuiet: true,
            })
        }
      }
    }
  }
}
