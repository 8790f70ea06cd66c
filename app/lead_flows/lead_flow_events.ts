import { defineEvent } from '#app/platform/events/events'

export const LeadFlowCreated = defineEvent<{ name: string }>('lead_flow.created')
export const LeadFlowPublished = defineEvent<{ versionId: string; version: number; questions: number }>(
  'lead_flow.published'
)
export const LeadFlowRenamed = defineEvent('lead_flow.renamed')
/** Names what was arranged anew; what it was and is stands in the history. */
export const LeadFlowArranged = defineEvent<{ fields: string[] }>('lead_flow.arranged')
export const LeadFlowWentBack = defineEvent<{ version: number }>('lead_flow.went_back')
export const LeadFlowMadeDefault = defineEvent<{ previousId: string | null }>('lead_flow.made_default')
export const LeadFlowArchived = defineEvent('lead_flow.archived')
