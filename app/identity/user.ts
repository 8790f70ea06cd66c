import { UserSchema } from '#database/schema'
import type Identity from '#app/identity/identity'

export const ROLES = ['admin', 'supervisor', 'agent', 'field_user', 'associate'] as const
export type Role = (typeof ROLES)[number]

/** A member of one company, with a role there. */
export default class User extends UserSchema {
  static memberships(identity: Identity) {
    return this.query({ connection: 'system' }).where('identityId', identity.id).whereNull('deactivatedAt')
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
}
