import { BaseTransformer } from '@adonisjs/core/transformers'
import type Fields from '#app/access/fields'
import type User from '#app/identity/user'
import QrCode from '#app/qr_codes/qr_code'
import type { LeadRow } from '#app/leads/lead_list'

export default class LeadRowTransformer extends BaseTransformer<LeadRow> {
  constructor(
    resource: LeadRow,
    private fields: Fields<'leads'>,
    private areCodesShown: boolean
  ) {
    super(resource)
  }

  /** Rows need nothing of the container, whose calls would cost more than all the rest of a page. */
  static plain(rows: LeadRow[], reader: User) {
    const fields = reader.fields('leads')
    const areCodesShown = QrCode.areShownTo(reader)
    return rows.map((row) => new this(row, fields, areCodesShown).toObject())
  }

  toObject() {
    const row = this.resource
    return this.fields.shown({
      id: row.id,
      number: row.number,
      reference: `${row.number_prefix}${row.number}`,
      status: row.status,
      source: row.source,
      contactName: row.contact_name,
      contactPhone: row.contact_phone,
      address: row.address,
      summary: row.summary,
      code: this.areCodesShown ? row.short_code : null,
      assignee: row.assignee_id ? { id: row.assignee_id, name: row.assignee_name! } : null,
      photos: row.photos,
      unread: row.unread,
      createdAt: row.created_at.toISOString(),
    })
  }
}
