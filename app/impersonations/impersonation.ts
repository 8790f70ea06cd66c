import { DateTime } from 'luxon'
import { belongsTo } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import type { ModelAttributes } from '@adonisjs/lucid/types/model'
import { ImpersonationSchema } from '#database/schema'
import { live } from '#app/platform/live/live'
import { timers } from '#app/platform/timers/timers'
import { hashOf } from '#app/platform/secret'
import { Current, SYSTEM } from '#app/platform/database/current'
import { STREAMS_CHANNEL } from '#app/platform/live/open_streams'
import { ImpersonationEnded, ImpersonationStarted } from '#app/impersonations/impersonation_events'
import {
  AlreadyImpersonatingError,
  MemberGoneError,
  SuperUserProtectedError,
  SupportNotAllowedError,
} from '#app/impersonations/errors'
import Identity from '#app/identity/identity'
import Tenant from '#app/tenancy/tenant'
import User from '#app/identity/user'

export type EndCause =
  'super_user' | 'time' | 'sign_out' | 'company' | 'member_gone' | 'company_closed' | 'power_lost'

type Beginning = { user: User; by: Identity; reason: string; minutes: number; sessionId: string }
type Scene = { superUser: Identity; tenant: Tenant; user: User | null }

/** A super user stands in for one member of a company: for a stated reason, a short time, and in one session only. */
export default class Impersonation extends ImpersonationSchema {
  declare endCause: EndCause | null

  @belongsTo(() => User)
  declare user: BelongsTo<typeof User>

  static open() {
    return this.query().whereNull('endedAt')
  }

  /** Wherever the super user stands in for somebody now. */
  static openOf(superUser: Identity) {
    return this.query({ connection: 'system' })
      .where('superUserId', superUser.id)
      .whereNull('endedAt')
      .first()
  }

  static async begin({ user, by, reason, minutes, sessionId }: Beginning) {
    const tenant = await Tenant.current()
    const identity = user.identityId && (await Identity.find(user.identityId))
    if (!tenant.isOpenToSupport) throw new SupportNotAllowedError()
    if (!identity || identity.disabledAt || !user.isActive) throw new MemberGoneError()
    if (identity.isSuperUser) throw new SuperUserProtectedError()
    const endsAt = tenant.supportEndsBy(DateTime.utc().plus({ minutes }))
    const impersonation = await this.#createOnly({
      userId: user.id,
      superUserId: by.id,
      superUserName: by.name,
      sessionHash: hashOf(sessionId),
      reason,
      endsAt,
    })
    await impersonation.#recordStart()
    return impersonation
  }

  /** Ends what ran out while nobody looked, in whichever company. */
  static async endOverdueOf(superUser: Identity) {
    const open = await this.openOf(superUser)
    if (open?.isOver) await Current.run({ tenantId: open.tenantId, actor: SYSTEM }, () => open.end('time'))
  }

  static async #createOnly(attributes: Partial<ModelAttributes<Impersonation>>) {
    try {
      return await this.create(attributes)
    } catch (error) {
      const { constraint } = error as { constraint?: string }
      throw constraint === 'impersonations_open' ? new AlreadyImpersonatingError() : error
    }
  }

  get isOver() {
    return this.endedAt !== null || this.endsAt <= DateTime.utc()
  }

  /** "Dana Ruiz, by Sam Root (support)": what history calls the one who did it. */
  nameFor(user: User) {
    return `${user.name}, by ${this.superUserName} (support)`
  }

  isOf(superUser: Identity, sessionId: string) {
    return this.superUserId === superUser.id && this.sessionHash === hashOf(sessionId)
  }

  /** Why it must not go on, if so. */
  whyOver({ superUser, tenant, user }: Scene): EndCause | null {
    if (this.endCause) return this.endCause
    if (this.isOver) return 'time'
    if (!superUser.isSuperUser) return 'power_lost'
    if (!tenant.isActive) return 'company_closed'
    if (!tenant.isOpenToSupport) return 'company'
    return user ? null : 'member_gone'
  }

  async end(cause: EndCause) {
    const open = await Impersonation.open().where('id', this.id).forUpdate().first()
    if (!open) return
    const now = DateTime.utc()
    await open
      .merge({ endCause: cause, endedAt: cause === 'time' ? DateTime.min(now, open.endsAt) : now })
      .save()
    const { userId, superUserName: superUser } = open
    await ImpersonationEnded.record(open, { userId, superUser, cause })
    await live.tell(STREAMS_CHANNEL, { cut: open.id })
  }

  async #recordStart() {
    const { id, tenantId, userId, reason, endsAt } = this
    await timers.schedule('impersonation_end', { tenantId, impersonationId: id }, { startAfter: endsAt })
    await ImpersonationStarted.record(this, { userId, reason, endsAt: endsAt.toUTC().toISO()! })
  }
}
