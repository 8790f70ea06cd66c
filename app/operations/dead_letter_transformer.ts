import { BaseTransformer } from '@adonisjs/core/transformers'
import type { BoxedLetter } from '#app/operations/dead_letter_box'
import { inPlainWords } from '#app/operations/cause_words'
import { masked } from '#app/operations/masked'

type Companies = Map<string, { name: string; slug: string }>

export default class DeadLetterTransformer extends BaseTransformer<BoxedLetter> {
  constructor(
    letter: BoxedLetter,
    protected companies: Companies = new Map()
  ) {
    super(letter)
  }

  toObject() {
    const { id, queue, event, attempts, cause, diedAt } = this.resource
    const company = event && this.companies.get(event.tenantId)
    return {
      id,
      queue,
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
      reason: inPlainWords(cause),
      diedAt: diedAt?.toISOString() ?? null,
    }
  }
}
