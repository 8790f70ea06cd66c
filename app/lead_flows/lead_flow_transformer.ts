import { BaseTransformer } from '@adonisjs/core/transformers'
import type LeadFlow from '#app/lead_flows/lead_flow'
import { isAsked } from '#app/lead_flows/question'

/** Needs `publishedVersion` and the newest version, as `LeadFlow.listed` loads them. */
export default class LeadFlowTransformer extends BaseTransformer<LeadFlow> {
  toObject() {
    const { id, name, isDefault, publishedVersion, versions } = this.resource
    const [latest] = versions
    return {
      id,
      name,
      isDefault,
      questions: (publishedVersion ?? latest).questions.filter(isAsked).length,
      version: publishedVersion?.version ?? null,
      publishedAt: publishedVersion?.publishedAt?.toUTC().toISO() ?? null,
      isBeingChanged: latest.isDraft,
    }
  }
}
