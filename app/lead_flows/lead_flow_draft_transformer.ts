import { BaseTransformer } from '@adonisjs/core/transformers'
import type LeadFlow from '#app/lead_flows/lead_flow'
import { stampOf } from '#app/lead_flows/lead_flow'
import type LeadFlowVersion from '#app/lead_flows/lead_flow_version'

/** The version of a flow that its author works on. */
export default class LeadFlowDraftTransformer extends BaseTransformer<LeadFlowVersion> {
  constructor(
    resource: LeadFlowVersion,
    private flow: LeadFlow
  ) {
    super(resource)
  }

  toObject() {
    const { id, name, isDefault, publishedVersionId } = this.flow
    const latest = this.resource
    return {
      id,
      name,
      isDefault,
      isPublished: publishedVersionId !== null,
      isDraft: latest.isDraft,
      version: latest.version,
      basedOn: stampOf(latest),
      intro: latest.intro,
      successText: latest.successText,
      questions: latest.questions,
      language: latest.language,
      translations: latest.translations,
      savedAt: latest.updatedAt.toUTC().toISO()!,
    }
  }
}
