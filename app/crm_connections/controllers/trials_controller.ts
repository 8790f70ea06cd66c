import type { HttpContext } from '@adonisjs/core/http'
import { Current } from '#app/platform/database/current'
import { crm } from '#plugins/crm/manager'
import { answerOf } from '#app/crm_connections/crm_failure'
import CrmConnection from '#app/crm_connections/crm_connection'
import TenantPolicy from '#app/tenancy/tenant_policy'

/** Asks the connected system whether it lets us in, now. */
export default class TrialsController {
  async store({ bouncer, response, session, unit }: HttpContext) {
    await bouncer.with(TenantPolicy).authorize('update')
    const { connection, adapter } = await Current.run(unit, async () => {
      const own = await CrmConnection.query().firstOrFail()
      return { connection: own, adapter: await own.open() }
    })
    const { label } = await crm.classOf(connection.adapter)
    const { failure } = await answerOf(adapter.test())
    if (failure) await Current.run(unit, () => connection.noteFailure(failure))
    else await Current.run(unit, async () => (await CrmConnection.own())?.regain())
    if (failure) session.flash('error', `${label} was asked: ${failure.message}`)
    else session.flash('notice', `${label} answers and lets us in.`)
    return response.redirect().back()
  }
}
