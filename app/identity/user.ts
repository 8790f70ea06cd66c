import { DateTime } from 'luxon'
import { UserSchema } from '#database/schema'
import Identity from '#app/identity/identity'
import AccessToken from '#app/identity/access_token'
import { LastAdminError } from '#app/identity/errors'
import { UserCreated, UserDeactivated, UserReactivated, UserUpdated } from '#app/identity/user_events'

export const ROLES = ['admin', 'supervisor', 'agent', 'field_user', 'associate'] as const
export type Role = (typeof ROLES)[number]

type Joining = { id?: string; name: string; role: Role; phone?: string | null; invitationId?: string | null }
type Changes = Partial<{ name: string; phone: string | null; role: Role }>

/** A member of one company, with a role there. */
export default class User extends UserSchema {
  declare role: Role

  static memberships(identity: Identity) {
    return this.query({ connection: 'system' }).where('identityId', identity.id).whereNull('deactivatedAt')
  }

  static active() {
    return this.query().whereNull('deactivatedAt')
  }

  /** Makes the person a member of the company of this unit. */
  static async join(identity: Identity, { invitationId = null, ...member }: Joining) {
    const user = await this.create({ ...member, identityId: identity.id, email: identity.email })
    await UserCreated.record(user, { role: user.role, invitationId })
    return user
  }

  get isActive() {
    return !this.deactivatedAt
  }

  get isAdmin() {
    return this.role === 'admin'
  }

  /** People of the office see and handle every request; people in the field only their own. */
  get isAtDesk() {
    return this.role === 'admin' || this.role === 'supervisor' || this.role === 'agent'
  }

  get isFieldUser() {
    return this.role === 'field_user'
  }

  async change(changes: Changes) {
    if (changes.role && changes.role !== 'admin') await this.#leaveAnAdmin()
    Object.assign(this, changes)
    const changed = Object.keys(this.$dirty)
    if (changed.length > 0) {
      await this.save()
      await UserUpdated.record(this, { changed, role: this.role })
    }
  }

  /** Ends the membership's rights at once: requests are refused, API tokens revoked, the last session closed. */
  async deactivate() {
    if (!this.isActive) return
    await this.#leaveAnAdmin()
    this.deactivatedAt = DateTime.utc()
    await this.save()
    await AccessToken.revokeAllOf(this)
    await UserDeactivated.record(this, {})
    await Identity.endSessionsWithout(this)
  }

  async reactivate() {
    if (this.isActive) return
    this.deactivatedAt = null
    await this.save()
    await UserReactivated.record(this, {})
  }

  // Locks every active admin in one order, so that two admins cannot demote each other at the same moment.
  async #leaveAnAdmin() {
    if (!this.isAdmin || !this.isActive) return
    const admins = await User.active().where('role', 'admin').orderBy('id').forUpdate()
    if (!admins.some(({ id }) => id !== this.id)) throw new LastAdminError()
  }
}
