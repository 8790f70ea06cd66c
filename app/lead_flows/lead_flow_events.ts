import { defineEvent } from '#app/platform/events/events'

export const LeadFlowCreated = defineEvent<{ name: string }>('lead_flow.created')
export const LeadFlowPublished = defineEvent<{ versionId: string; version: number; questions: number }>(
  'lead_flow.published'
)
export const LeadFlowRenamed = defineEvent('lead_flow.renamed')
export const LeadFlowMadeDefault = defineEvent<{ previousId: string | null }>('lead_flow.made_default')
export const LeadFlowArchived = defineEvent('lead_flow.archived')
