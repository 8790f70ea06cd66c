import { BaseTransformer } from '@adonisjs/core/transformers'
import type { LeadRow } from '#app/leads/lead_list'

export default class LeadRowTransformer extends BaseTransformer<LeadRow> {
  toObject() {
    const row = this.resource
    return {
      id: row.id,
      number: row.number,
      status: row.status,
      source: row.source,
      contactName: row.contact_name,
      contactPhone: row.contact_phone,
      address: row.address,
      summary: row.summary,
      code: row.short_code,
      assignee: row.assignee_id ? { id: row.assignee_id, name: row.assignee_name! } : null,
      photos: row.photos,
      unread: row.unread,
      createdAt: row.created_at.toISOString(),
    }
  }
}
