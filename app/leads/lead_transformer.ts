import { BaseTransformer } from '@adonisjs/core/transformers'
import { displayPhone } from '#app/platform/phone'
import type Lead from '#app/leads/lead'
import type User from '#app/identity/user'

export default class LeadTransformer extends BaseTransformer<Lead> {
  constructor(
    resource: Lead,
    private country: string,
    private reader: User
  ) {
    super(resource)
  }

  toObject() {
    const lead = this.resource
    return this.reader.fields('leads').shown({
      id: lead.id,
      number: lead.number,
      reference: lead.reference,
      status: lead.status,
      isOpen: lead.isOpen,
      source: lead.source,
      summary: lead.summary,
      contactName: lead.contactName,
      contactPhone: lead.contactPhone,
      phoneShown: lead.contactPhone && displayPhone(lead.contactPhone, this.country),
      contactEmail: lead.contactEmail,
      address: lead.address,
      customerId: lead.customerId,
      contactId: lead.contactId ?? null,
      siteId: lead.siteId ?? null,
      teamId: lead.teamId ?? null,
      assignee: lead.assignee ? { id: lead.assignee.id, name: lead.assignee.name } : null,
      answers: lead.answers.map(({ questionId, label, text }) => ({ questionId, label, text })),
      createdAt: lead.createdAt.toUTC().toISO()!,
      convertedAt: lead.convertedAt?.toUTC().toISO() ?? null,
      cancelledAt: lead.cancelledAt?.toUTC().toISO() ?? null,
    })
  }
}
