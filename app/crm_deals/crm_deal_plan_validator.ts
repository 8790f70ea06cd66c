import vine from '@vinejs/vine'
import { LEAD_STATUSES } from '#app/leads/lead'

const id = () => vine.string().trim().minLength(1).maxLength(200)

export const crmDealPlanValidator = vine.create({
  pipelineId: id(),
  stages: vine.object(Object.fromEntries(LEAD_STATUSES.map((status) => [status, id()]))),
  withNotes: vine.boolean().optional(),
})
