import { DateTime } from 'luxon'
import db from '@adonisjs/lucid/services/db'
import { UserSchema } from '#database/schema'
import { live } from '#app/platform/live/live'
import { newId } from '#app/platform/ids'
import { STREAMS_CHANNEL } from '#app/platform/live/open_streams'
import { RightsNotLoadedError } from '#app/access/errors'
import { GRANTED, type Granted } from '#app/access/granted'
import Fields from '#app/access/fields'
import Rights from '#app/access/rights'
import type { StandardRole } from '#app/access/standard_roles'
import type { Action, Subject } from '#app/access/subjects'
import Identity from '#app/identity/identity'
import AccessToken from '#app/access_tokens/access_token'
import { LastAdminError } from '#app/identity/errors'
import {
  UserCreated,
  UserDeactivated,
  UserReactivated,
  UserRoleChanged,
  UserUpdated,
} from '#app/identity/user_events'

type Joining = {
  id?: string
  name: string
  role: StandardRole
  roleId?: string | null
  phone?: string | null
  invitationId?: string | null
}
type Changes = Partial<{ name: string; phone: string | null; role: StandardRole; roleId: string | null }>

/** A member of one company, with a standard role there and perhaps a custom one that is based on it. */
export default class User extends UserSchema {
  declare role: StandardRole
  declare kind: 'person' | 'service'

  #rights?: Rights

  static history = ['name', 'phone', 'role', 'roleId'] as const

  static memberships(identity: Identity) {
    return this.withRights({ connection: 'system' })
      .where('identityId', identity.id)
      .whereNull('deactivatedAt')
  }

  /** Members, without the services that work beside them. */
  static people() {
    return this.query().where('kind', 'person')
  }

  static active() {
    return this.people().whereNull('deactivatedAt')
  }

  /** People of whom is asked what they may do: their custom roles and teams come along in the same query. */
  static withRights(options?: { connection: string }) {
    return this.query(options).select('users.*', db.raw(`${GRANTED} as granted`))
  }

  /** Makes the person a member of the company of this unit. */
  static async join(identity: Identity, { invitationId = null, ...member }: Joining) {
    const user = await this.create({ ...member, identityId: identity.id, email: identity.email })
    await UserCreated.record(user, { role: user.role, roleId: user.roleId ?? null, invitationId })
    return user
  }

  /** A program of the company's own, with a role like a member's and no login. */
  static async engage({ name, role }: Pick<Joining, 'name' | 'role'>) {
    const id = newId()
    const user = await this.create({ id, kind: 'service', name, role, email: `${id}@service.invalid` })
    await UserCreated.record(user, { role, roleId: null, invitationId: null })
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

  /** The screens of somebody's standard role: those of the office, or those for a phone on the road. */
  get isAtDesk() {
    return this.role === 'admin' || this.role === 'supervisor' || this.role === 'agent'
  }

  get isFieldUser() {
    return this.role === 'field_user'
  }

  /** The custom role, as it was loaded together with the member. */
  get granted(): Granted | null {
    const { granted } = this.$extras as { granted?: Granted | null }
    if (this.roleId && granted?.id !== this.roleId) throw new RightsNotLoadedError()
    return this.roleId ? granted! : null
  }

  get rights(): Rights {
    const { id, role, granted } = this
    return (this.#rights ??= new Rights({ userId: id, role, custom: granted, circle: granted }))
  }

  may(action: Action, subject: Subject) {
    return this.rights.may(action, subject)
  }

  level(action: Action, subject: Subject) {
    return this.rights.level(action, subject)
  }

  reach(action: Action, subject: Subject) {
    return this.rights.reach(action, subject)
  }

  fields<S extends Subject>(subject: S) {
    return new Fields(subject, this.rights)
  }

  /** For the rest of this request the member may do no more than the scopes of their token say. */
  restrictTo(scopes: readonly string[]) {
    this.#rights = this.rights.restrictedTo(scopes)
  }

  async change(changes: Changes) {
    if ((changes.role && changes.role !== 'admin') || changes.roleId) await this.#leaveAnAdmin()
    const before = this.#roles
    // A custom role goes with the standard role it is based on, unless another is given.
    if (changes.role && changes.role !== this.role) this.roleId = null
    Object.assign(this, changes)
    const changed = Object.keys(this.$dirty)
    if (changed.length === 0) return
    await this.save()
    this.#rights = undefined
    const details = changed.filter((field) => field !== 'role' && field !== 'roleId')
    if (details.length > 0) await UserUpdated.record(this, { changed: details, role: this.role })
    if (details.length < changed.length) {
      await UserRoleChanged.record(this, { ...this.#roles, before })
      await this.#cutStreams()
    }
  }

  /** Ends the membership's rights at once: requests and API tokens are refused, the last session closed. */
  async deactivate() {
    if (!this.isActive) return
    await this.#leaveAnAdmin()
    this.deactivatedAt = DateTime.utc()
    await this.save()
    await AccessToken.endSignIns(this)
    await UserDeactivated.record(this, {})
    await this.#cutStreams()
    if (!this.isService) await Identity.endSessionsWithout(this)
  }

  /** Their own, and those of whoever stands in for them. */
  async #cutStreams() {
    for (const id of [this.identityId, this.id]) if (id) await live.tell(STREAMS_CHANNEL, { cut: id })
  }

  async reactivate() {
    if (this.isActive) return
    this.deactivatedAt = null
    await this.save()
    await UserReactivated.record(this, {})
  }

  get #roles() {
    return { role: this.role, roleId: this.roleId ?? null }
  }

  // Locks every active admin in one order, so that two admins cannot demote each other at the same moment. One with a
  // custom role does not count: nobody could give back what that role leaves out.
  async #leaveAnAdmin() {
    if (!this.isAdmin || this.roleId || !this.isActive) return
    const admins = await User.active().where('role', 'admin').whereNull('roleId').orderBy('id').forUpdate()
    if (!admins.some(({ id }) => id !== this.id)) throw new LastAdminError()
  }
}
