import { errors } from '@vinejs/vine'
import type { HttpContext } from '@adonisjs/core/http'
import { Current } from '#app/platform/database/current'
import type { CrmAdapter, CrmField } from '#plugins/crm/contract'
import { crm } from '#plugins/crm/manager'
import CrmConnection from '#app/crm_connections/crm_connection'
import { answerOf } from '#app/crm_connections/crm_failure'
import { faultsIn } from '#app/crm_connections/crm_mapping_check'
import { crmMappingValidator } from '#app/crm_connections/crm_mapping_validator'

/** The rules of a form, once the system itself has said which fields it has; what does not fit is said beside each. */
export async function checkedRules({ request, unit }: HttpContext) {
  const { rules } = await request.validateUsing(crmMappingValidator)
  const { connection, adapter } = await Current.run(unit, async () => {
    const connection = await CrmConnection.query().firstOrFail()
    return { connection, adapter: await connection.open() }
  })
  const { fields, failure } = await theirFields(adapter)
  if (failure)
    throw new errors.E_VALIDATION_ERROR([{ field: 'rules', message: failure, rule: 'crm_mapping' }])
  const { label } = await crm.classOf(connection.adapter)
  const { places } = adapter.capabilities
  const faults = await Current.run(unit, () => faultsIn(rules, { label, fields, places }))
  if (faults.length > 0) throw new errors.E_VALIDATION_ERROR(faults)
  return { connection, rules }
}

/** Why they are not known, in words for a person, where they are not. */
export async function theirFields(
  adapter: CrmAdapter
): Promise<{ fields: CrmField[]; failure: string | null }> {
  if (!adapter.capabilities.fields) return { fields: [], failure: null }
  const { answer, failure } = await answerOf(adapter.fields())
  return { fields: answer ?? [], failure: failure?.message ?? null }
}
