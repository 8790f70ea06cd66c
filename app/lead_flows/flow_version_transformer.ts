import { BaseTransformer } from '@adonisjs/core/transformers'
import { isAsked } from '#app/lead_flows/question'
import type LeadFlowVersion from '#app/lead_flows/lead_flow_version'

export default class FlowVersionTransformer extends BaseTransformer<LeadFlowVersion> {
  toObject() {
    const { id, version, questions, publishedAt, updatedAt, isDraft } = this.resource
    return {
      id,
      version,
      isDraft,
      labels: questions.filter(isAsked).map(({ label }) => label || 'Untitled'),
      at: (publishedAt ?? updatedAt).toUTC().toISO()!,
    }
  }
}
