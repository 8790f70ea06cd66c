import { BaseTransformer } from '@adonisjs/core/transformers'
import { displayPhone } from '#app/platform/phone'
import { onOneLine } from '#app/platform/postal_address'
import type User from '#app/identity/user'
import type CrmNewcomer from '#app/crm_connections/crm_newcomer'
import type { Likeness } from '#app/crm_connections/crm_newcomer_likenesses'

export default class CrmNewcomerTransformer extends BaseTransformer<CrmNewcomer> {
  constructor(
    resource: CrmNewcomer,
    private user: User,
    private likenesses: Map<string, Likeness>
  ) {
    super(resource)
  }

  /** What a role hides of customers is not told here either. */
  toObject() {
    const { id, facts, likely, createdAt } = this.resource
    const fields = this.user.fields('customers')
    const seen = <Value>(field: string, value: Value) => (fields.levelOf(field) === 'none' ? null : value)
    return {
      id,
      name: facts.name,
      email: seen('email', facts.email ?? null),
      phone: seen('phone', facts.phone ? displayPhone(facts.phone, facts.country) : null),
      address: seen('street', onOneLine(facts)) || null,
      likely: likely.flatMap((one) => this.likenesses.get(one) ?? []),
      at: createdAt.toUTC().toISO()!,
    }
  }
}
