import { DateTime } from 'luxon'
import { UserSchema } from '#database/schema'
import { newId } from '#app/platform/ids'
import Identity from '#app/identity/identity'
import AccessToken from '#app/access_tokens/access_token'
import { LastAdminError } from '#app/identity/errors'
import { UserCreated, UserDeactivated, UserReactivated, UserUpdated } from '#app/identity/user_events'

export const ROLES = ['admin', 'supervisor', 'agent', 'field_user', 'associate'] as const
export type Role = (typeof ROLES)[number]

type Joining = { id?: string; name: string; role: Role; phone?: string | null; invitationId?: string | null }
type Changes = Partial<{ name: string; phone: string | null; role: Role }>

/** A member of one company, with a role there. */
export default class User extends UserSchema {
  declare role: Role
  declare kind: 'person' | 'service'

  static memberships(identity: Identity) {
    return this.query({ connection: 'system' }).where('identityId', identity.id).whereNull('deactivatedAt')
  }

  static active() {
    return this.query().where('kind', 'person').whereNull('deactivatedAt')
  }

  /** Makes the person a member of the company of this unit. */
  static async join(identity: Identity, { invitationId = null, ...member }: Joining) {
    const user = await this.create({ ...member, identityId: identity.id, email: identity.email })
    await UserCreated.record(user, { role: user.role, invitationId })
    return user
  }

  /** A program of the company's own, with a role like a member's and no login. */
  static async engage({ name, role }: Pick<Joining, 'name' | 'role'>) {
    const id = newId()
    const user = await this.create({ id, kind: 'service', name, role, email: `${id}@service.invalid` })
    await UserCreated.record(user, { role, invitationId: null })
    return user
  }

  get isService() {
    return this.kind === 'service'
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
    if (!this.isService) await Identity.endSessionsWithout(this)
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
