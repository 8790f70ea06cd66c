import { DateTime } from 'luxon'
import { randomBytes } from 'node:crypto'
import { SsoDomainSchema } from '#database/schema'
import { textRecordsOf } from '#app/single_sign_on/text_records'
import { DomainTakenError } from '#app/single_sign_on/errors'
import { SsoDomainAdded, SsoDomainRemoved, SsoDomainVerified } from '#app/single_sign_on/sso_events'

export const domainOf = (email: string) => email.slice(email.lastIndexOf('@') + 1).toLowerCase()

/** A mail domain that the company says is its own, and has proved so once `verifiedAt` is set. */
export default class SsoDomain extends SsoDomainSchema {
  static verified() {
    return this.query().whereNotNull('verifiedAt')
  }

  /** Leads from an address at the door to the company whose domain it has. */
  static ofAddress(email: string) {
    return this.query({ connection: 'system' })
      .where('domain', domainOf(email))
      .whereNotNull('verifiedAt')
      .first()
  }

  static async covers(email: string) {
    return (await this.verified().where('domain', domainOf(email)).first()) !== null
  }

  static async add(domain: string) {
    if (await this.findBy('domain', domain)) throw new DomainTakenError()
    const added = await this.create({ domain, token: `latchkey-${randomBytes(18).toString('base64url')}` })
    await SsoDomainAdded.record(added, { domain })
    return added
  }

  get isVerified() {
    return this.verifiedAt !== null
  }

  get recordName() {
    return `_latchkey.${this.domain}`
  }

  /** Asks the name servers, so it runs outside a unit. */
  async isProved() {
    return (await textRecordsOf(this.recordName)).includes(this.token)
  }

  async settle(isProved: boolean) {
    this.checkedAt = DateTime.utc()
    if (isProved && !this.verifiedAt) await this.#verify()
    else await this.save()
  }

  async remove() {
    await this.delete()
    await SsoDomainRemoved.record(this, { domain: this.domain })
  }

  async #verify() {
    const owner = await SsoDomain.query({ connection: 'system' })
      .where('domain', this.domain)
      .whereNotNull('verifiedAt')
      .first()
    if (owner) throw new DomainTakenError()
    this.verifiedAt = DateTime.utc()
    await this.save()
    await SsoDomainVerified.record(this, { domain: this.domain })
  }
}
