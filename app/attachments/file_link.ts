import encryption from '@adonisjs/core/services/encryption'
import type Lead from '#app/leads/lead'

const KEPT_FOR = '30 days'

/** What stands behind a customer's private link to give them one file of their request: sealed, and over by itself. */
export class FileLink {
  constructor(private lead: Pick<Lead, 'id' | 'tenantId'>) {}

  to({ id }: { id: string }) {
    return `files/${encryption.encrypt(id, { purpose: this.purpose, expiresIn: KEPT_FOR })}`
  }

  /** The id of the file; nothing where the reference was changed, belongs to another request, or is over. */
  read(reference: string) {
    return encryption.decrypt<string>(reference, this.purpose)
  }

  private get purpose() {
    return `file:${this.lead.tenantId}:${this.lead.id}`
  }
}
