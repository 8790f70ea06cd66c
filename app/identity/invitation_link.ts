import { newId } from '#app/platform/ids'
import { Current } from '#app/platform/database/current'
import Tenant from '#app/tenancy/tenant'
import Invitation from '#app/identity/invitation'
import LinkToken from '#app/identity/link_token'
import FormerEmail from '#app/identity/former_email'
import Identity from '#app/identity/identity'

export type InvitationLinkState = 'open' | 'accepted' | 'revoked' | 'expired' | 'deactivated'

/** An invitation as the holder of its link finds it, before any company is open. */
export default class InvitationLink {
  private constructor(
    private token: LinkToken,
    readonly invitation: Invitation,
    readonly tenant: Tenant
  ) {}

  static async open(secret: string) {
    const token = await LinkToken.lookUp('invitation', secret)
    if (!token) return null
    const { tenantId, subjectId } = token
    const across = { connection: 'system' }
    const invitation = await Invitation.query(across).where({ tenantId, id: subjectId }).firstOrFail()
    return new InvitationLink(
      token,
      invitation,
      await Tenant.query(across).where('id', tenantId).firstOrFail()
    )
  }

  get state(): InvitationLinkState {
    if (!this.tenant.isActive) return 'deactivated'
    if (this.invitation.state !== 'open') return this.invitation.state
    if (this.token.revokedAt) return 'revoked'
    return this.token.isExpired ? 'expired' : 'open'
  }

  /**
   * Whose login accepts it: that of its address, or of whoever is signed in and had that address before. The new holder
   * of an old mailbox is not that person.
   */
  async login(signedIn: Identity | null) {
    const { email } = this.invitation
    const known = await Identity.byEmail(email)
    const isMoved = !known && signedIn && (await FormerEmail.isOf(signedIn, email))
    return isMoved ? signedIn : known
  }

  /** Somebody had a login under its address, and has it under another one now. */
  hasMoved() {
    return FormerEmail.exists(this.invitation.email)
  }

  accept(identity: Identity, name: string, requestId?: string) {
    const id = newId()
    const unit = { tenantId: this.tenant.id, actor: { kind: 'user' as const, id, name }, requestId }
    return Current.run(unit, () => Invitation.accept(this.invitation.id, identity, { id, name }))
  }
}
