import { DateTime } from 'luxon'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { EmailChangeSchema } from '#database/schema'
import { acrossTenants } from '#app/platform/database/current'
import { newId } from '#app/platform/ids'
import { EmailTakenError, LinkClosedError, SameEmailError } from '#app/sign_in/errors'
import { recordInCompanies, UserEmailChanged, UserEmailChangeRefused } from '#app/sign_in/sign_in_events'
import { requireOwnAddress } from '#app/sign_in/managed_address'
import { countOwnMail, mayWriteTo } from '#app/sign_in/mail_limits'
import Device from '#app/sign_in/device'
import FormerEmail from '#app/identity/former_email'
import Identity from '#app/identity/identity'
import IdentityLink from '#app/sign_in/identity_link'
import IdentityMail from '#app/sign_in/identity_mail'

const OPEN_FOR = { hours: 24 }

/** The two sides that have to agree: who holds the old address approves, who holds the new one proves it. */
export type Side = 'approvedAt' | 'provedAt'

/** A login's new address. */
export default class EmailChange extends EmailChangeSchema {
  static connection = 'system'

  static of(identity: Identity) {
    return this.query()
      .where('identityId', identity.id)
      .where('expiresAt', '>', DateTime.utc().toISO())
      .first()
  }

  /** Writes to both addresses. The answer is the same whoever the new one belongs to: the sender finds out. */
  static async ask(
    identity: Identity,
    newEmail: string,
    { ip, deviceId }: { ip: string; deviceId?: string }
  ) {
    if (newEmail === identity.email) throw new SameEmailError()
    await requireOwnAddress(identity)
    await countOwnMail(identity.id)
    const mayWrite = await mayWriteTo(newEmail, ip)
    const expiresAt = DateTime.utc().plus(OPEN_FOR)
    await acrossTenants(async (client) => {
      await this.query({ client }).where('identityId', identity.id).delete()
      const change = { id: newId(), identityId: identity.id, deviceId: deviceId ?? null, newEmail, expiresAt }
      await this.create(change, { client })
      const facts = { changeId: change.id, identityId: identity.id, newEmail }
      await IdentityMail.owe('email_approval', identity.email, facts, client)
      if (mayWrite) await IdentityMail.owe('email_proof', newEmail, facts, client)
    })
  }

  /** Ends it, also with a link on its way. */
  static async endOf(identity: Identity) {
    await this.query().where('identityId', identity.id).delete()
  }

  /** One side agrees; with the second of them the address changes, for all companies together. */
  async agree(side: Side, link: IdentityLink, identity: Identity) {
    const before = identity.email
    await requireOwnAddress(identity)
    const isDone = await acrossTenants(async (client) => {
      const change = await EmailChange.query({ client }).where('id', this.id).forUpdate().first()
      if (!change || !(await link.consume(client))) throw new LinkClosedError()
      await change.merge({ [side]: DateTime.utc() }).save()
      if (!change.approvedAt || !change.provedAt) return false
      await change.#apply(identity, client)
      return true
    }).catch(async (error) => {
      if (error instanceof EmailTakenError) await EmailChange.endOf(identity)
      throw error
    })
    if (isDone) await this.#tell(identity, before)
    return isDone
  }

  async refuse(link: IdentityLink, identity: Identity) {
    if (!(await link.consume())) throw new LinkClosedError()
    await EmailChange.endOf(identity)
    await recordInCompanies(identity, UserEmailChangeRefused, { newEmail: this.newEmail })
  }

  async #apply(identity: Identity, client: TransactionClientContract) {
    if (await Identity.query({ client }).where('email', this.newEmail).first()) throw new EmailTakenError()
    await client
      .from('users')
      .where({ identity_id: identity.id, email: identity.email })
      .update({ email: this.newEmail, updated_at: DateTime.utc().toISO() })
    await FormerEmail.keep(identity, client)
    await identity.useTransaction(client).merge({ email: this.newEmail }).save()
    await this.useTransaction(client).delete()
  }

  // What was mailed to the old address opens nothing any more, and only the device that asked stays signed in.
  async #tell(identity: Identity, before: string) {
    await IdentityLink.revokeAll(identity.id)
    await Device.forgetOthersOf(identity, this.deviceId)
    const facts = { before, after: this.newEmail }
    for (const address of [before, this.newEmail]) await IdentityMail.owe('email_changed', address, facts)
    await recordInCompanies(identity, UserEmailChanged, facts)
  }
}
