import { errors } from '@vinejs/vine'
import type { HttpContext } from '@adonisjs/core/http'
import type { CrmAdapter, CrmPipeline } from '#plugins/crm/contract'
import { CrmNotAllowedError } from '#plugins/crm/errors'
import { answerOf } from '#app/crm_connections/crm_failure'
import type { Planned } from '#app/crm_deals/crm_deal_plan'
import { crmDealPlanValidator } from '#app/crm_deals/crm_deal_plan_validator'
import { LEAD_STATUSES } from '#app/leads/lead'

type Fault = { field: string; message: string; rule: string }

/** The plan of a form, once the system itself has said which pipelines it has; what is no more is said beside each. */
export async function checkedPlan({ request }: HttpContext, adapter: CrmAdapter, label: string) {
  const { pipelineId, stages, withNotes = false } = await request.validateUsing(crmDealPlanValidator)
  const { pipelines, failure } = await pipelinesOf(adapter)
  const pipeline = pipelines.find(({ id }) => id === pipelineId)
  if (failure) throw new errors.E_VALIDATION_ERROR([faultOf('pipelineId', failure)])
  if (!pipeline)
    throw new errors.E_VALIDATION_ERROR([
      faultOf('pipelineId', `${label} has no such pipeline any more. Choose another.`),
    ])
  const faults = LEAD_STATUSES.filter(
    (status) => !pipeline.stages.some(({ id }) => id === stages[status])
  ).map((status) => faultOf(`stages.${status}`, `${label} has no such stage any more. Choose another.`))
  if (faults.length > 0) throw new errors.E_VALIDATION_ERROR(faults)
  const { kind, label: named } = pipeline
  return { plan: { pipelineId, kind, stages, withNotes } as Planned, pipeline: named }
}

/** Why they are not known, in words for a person, where they are not. */
export async function pipelinesOf(
  adapter: CrmAdapter
): Promise<{ pipelines: CrmPipeline[]; failure: string | null }> {
  const asked = adapter.deals!.pipelines().then(
    (pipelines) => ({ pipelines, failure: null }),
    (error: unknown) => {
      if (error instanceof CrmNotAllowedError) return { pipelines: [], failure: error.message }
      throw error
    }
  )
  const { answer, failure } = await answerOf(asked)
  return answer ?? { pipelines: [], failure: failure!.message }
}

const faultOf = (field: string, message: string): Fault => ({ field, message, rule: 'crm_deals' })
