import encryption from '@adonisjs/core/services/encryption'
import { appUrl } from '#config/app'
import { Current } from '#app/platform/database/current'
import Tenant from '#app/tenancy/tenant'
import User from '#app/identity/user'
import NotificationPreference from '#app/notification_preferences/notification_preference'
import { UserResubscribed, UserUnsubscribed } from '#app/notification_preferences/notification_events'
import { CHOICES, kindOf, type KindName } from '#app/notification_preferences/notification_kinds'
import { Wishes } from '#app/notification_preferences/wishes'

type Sealed = { tenantId: string; userId: string; kind: KindName }

const PURPOSE = 'unsubscribe_links'
const CHANNEL = 'mail'

/**
 * Turns off one kind of mail for one member, without a sign-in and for nothing else. It is sealed and not stored: whoever
 * does not have the mail cannot make one, for themselves or for others.
 */
export class UnsubscribeLink {
  private constructor(
    readonly tenant: Tenant,
    readonly user: User,
    readonly kind: KindName,
    readonly path: string,
    private requestId?: string
  ) {}

  static mint(sealed: Sealed) {
    return `${appUrl}/u/${encryption.encrypt(sealed, { purpose: PURPOSE })}`
  }

  /** Null when it leads nowhere, or nowhere any more. */
  static async open(token: string, requestId?: string) {
    const sealed = encryption.decrypt<Sealed>(token, PURPOSE)
    if (!sealed || !CHOICES.some(({ kind, channel }) => kind === sealed.kind && channel === CHANNEL))
      return null
    const [tenant, user] = [
      await Tenant.query({ connection: 'system' }).where('id', sealed.tenantId).first(),
      await User.query({ connection: 'system' })
        .where({ tenantId: sealed.tenantId, id: sealed.userId })
        .first(),
    ]
    if (!tenant?.isActive || !user || user.deactivatedAt) return null
    return new UnsubscribeLink(tenant, user, sealed.kind, `/u/${token}`, requestId)
  }

  get label() {
    return kindOf(this.kind).label
  }

  isWanted() {
    return this.#run(async (user) => (await Wishes.of([user])).wants(user, this.kind, CHANNEL))
  }

  unsubscribe() {
    return this.#say(false)
  }

  /** As it was: what the company expects, where that means to be told. */
  async resubscribe() {
    const isExpected = await this.#run(async (user) =>
      (await Wishes.of([user])).expected(user, this.kind, CHANNEL)
    )
    await this.#say(isExpected ? null : true)
  }

  #say(isWanted: boolean | null) {
    return this.#run(async (user) => {
      const { kind } = this
      const isNew = await NotificationPreference.say({ kind, channel: CHANNEL, isWanted }, user)
      const Event = isWanted === false ? UserUnsubscribed : UserResubscribed
      if (isNew) await Event.record(user, { kind, channel: CHANNEL })
    })
  }

  #run<T>(work: (user: User) => Promise<T>) {
    const { tenant, user, requestId } = this
    const actor = { kind: 'user' as const, id: user.id, name: user.name }
    return Current.run({ tenantId: tenant.id, actor, requestId }, async () =>
      work(await User.withRights().where('id', user.id).firstOrFail())
    )
  }
}
