import { BaseTransformer } from '@adonisjs/core/transformers'
import type { LeadOrigin } from '#app/leads/lead_origin'

export default class LeadOriginTransformer extends BaseTransformer<LeadOrigin> {
  toObject() {
    return this.pick(this.resource, ['customer', 'code', 'flow'])
  }
}
