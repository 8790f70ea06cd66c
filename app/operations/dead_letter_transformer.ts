import { BaseTransformer } from '@adonisjs/core/transformers'
import type { DeadLetter } from '#app/platform/bus/bus'
import { masked } from '#app/operations/masked'

type Companies = Map<string, { name: string; slug: string }>

export default class DeadLetterTransformer extends BaseTransformer<DeadLetter> {
  constructor(
    letter: DeadLetter,
    protected companies: Companies
  ) {
    super(letter)
  }

  toObject() {
    const { id, event, attempts, cause, diedAt } = this.resource
    const company = event && this.companies.get(event.tenantId)
    return {
      id,
      event: event && {
        id: event.id,
        name: event.name,
        version: event.version,
        occurredAt: event.occurredAt.toISO()!,
        subject: event.subject,
        data: JSON.stringify(masked(event.data), null, 2),
      },
      company: company ? { name: company.name, slug: company.slug } : null,
      attempts,
      cause,
      diedAt: diedAt?.toISOString() ?? null,
    }
  }
}
