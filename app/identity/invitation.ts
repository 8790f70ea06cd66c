import { DateTime } from 'luxon'
import { appUrl } from '#config/app'
import { InvitationSchema } from '#database/schema'
import { Current } from '#app/platform/database/current'
import Rights from '#app/access/rights'
import Role from '#app/access/role'
import type { StandardRole } from '#app/access/standard_roles'
import User from '#app/identity/user'
import type Identity from '#app/identity/identity'
import FormerEmail from '#app/identity/former_email'
import LinkToken from '#app/identity/link_token'
import { AlreadyInvitedError, AlreadyMemberError, InvitationClosedError } from '#app/identity/errors'
import {
  InvitationAccepted,
  InvitationCreated,
  InvitationLinkRevealed,
  InvitationResent,
  InvitationRevoked,
} from '#app/identity/invitation_events'

const DAYS_OPEN = 7
const deadline = () => DateTime.utc().plus({ days: DAYS_OPEN })

type Invitee = {
  email: string
  name: string
  role: StandardRole
  roleId?: string | null
  by?: { name?: string }
}

/** An offer to join the company. Its link is minted by whoever delivers it: `mintLink`. */
export default class Invitation extends InvitationSchema {
  declare role: StandardRole

  static async send({ email, name, role, roleId = null, by = Current.actor }: Invitee) {
    const address = email.trim().toLowerCase()
    if (await User.findBy('email', address)) throw new AlreadyMemberError()
    const earlier = await this.pending().where('email', address).forUpdate().first()
    if (earlier && !earlier.isExpired) throw new AlreadyInvitedError()
    await earlier?.revoke()
    const invitation = await this.create({
      email: address,
      name,
      role,
      roleId,
      invitedBy: by.name ?? 'Latchkey',
      expiresAt: deadline(),
    })
    await InvitationCreated.record(invitation, { role, roleId })
    return invitation
  }

  /** Neither accepted nor revoked; an expired one is still here, to be sent again. */
  static pending() {
    return this.query().whereNull('acceptedAt').whereNull('revokedAt')
  }

  get isExpired() {
    return this.expiresAt <= DateTime.utc()
  }

  get isPending() {
    return !this.acceptedAt && !this.revokedAt
  }

  get state(): 'open' | 'accepted' | 'revoked' | 'expired' {
    if (this.acceptedAt) return 'accepted'
    if (this.revokedAt) return 'revoked'
    return this.isExpired ? 'expired' : 'open'
  }

  /** What its holder may do once they accept it. */
  async rights() {
    return Rights.ofRole(this.role, this.roleId ? await Role.findOrFail(this.roleId) : null)
  }

  async resend() {
    if (!this.isPending) throw new InvitationClosedError()
    this.expiresAt = deadline()
    await this.save()
    await InvitationResent.record(this, { role: this.role })
  }

  async revoke() {
    if (!this.isPending) return
    this.revokedAt = DateTime.utc()
    await this.save()
    await LinkToken.revokeAll('invitation', this.id)
    await InvitationRevoked.record(this, {})
  }

  /** The address that lets the invited person in; every call makes another one. */
  async mintLink() {
    const secret = await LinkToken.mint({ kind: 'invitation', subjectId: this.id, expiresAt: this.expiresAt })
    return `${appUrl}/invitations/${secret}`
  }

  /** For an installation without mail: somebody who may invite carries the link over by hand. */
  async revealLink() {
    if (this.state !== 'open') throw new InvitationClosedError()
    await InvitationLinkRevealed.record(this, {})
    return this.mintLink()
  }

  /** The row is locked first, so that a link opened in two tabs makes one member. */
  static async accept(id: string, identity: Identity, member: { id?: string; name: string }) {
    const invitation = await this.query().where('id', id).forUpdate().firstOrFail()
    const isTheirs =
      identity.email === invitation.email || (await FormerEmail.isOf(identity, invitation.email))
    if (invitation.state !== 'open' || !isTheirs) throw new InvitationClosedError()
    if (await User.findBy('identityId', identity.id)) throw new AlreadyMemberError()
    const { role, roleId } = invitation
    const user = await User.join(identity, { ...member, role, roleId, invitationId: invitation.id })
    invitation.acceptedAt = DateTime.utc()
    invitation.userId = user.id
    await invitation.save()
    await InvitationAccepted.record(invitation, { userId: user.id })
    return user
  }
}
