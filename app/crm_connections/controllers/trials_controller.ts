import type { HttpContext } from '@adonisjs/core/http'
import { Current } from '#app/platform/database/current'
import { CrmNeedsReconnectError, CrmRateLimitedError, CrmUnavailableError } from '#plugins/crm/errors'
import { crm } from '#plugins/crm/manager'
import CrmConnection from '#app/crm_connections/crm_connection'
import TenantPolicy from '#app/tenancy/tenant_policy'

const EXPECTED = [CrmNeedsReconnectError, CrmRateLimitedError, CrmUnavailableError]

/** Asks the connected system whether it lets us in, now. */
export default class TrialsController {
  async store({ bouncer, response, session, unit }: HttpContext) {
    await bouncer.with(TenantPolicy).authorize('update')
    const { connection, adapter } = await Current.run(unit, async () => {
      const own = await CrmConnection.query().firstOrFail()
      return { connection: own, adapter: await own.open() }
    })
    const { label } = await crm.classOf(connection.adapter)
    const failure = await failureOf(adapter.test())
    if (failure) await Current.run(unit, () => connection.noteFailure(failure))
    else await Current.run(unit, async () => (await CrmConnection.own())?.regain())
    if (failure) session.flash('error', `${label} was asked: ${failure.message}`)
    else session.flash('notice', `${label} answers and lets us in.`)
    return response.redirect().back()
  }
}

async function failureOf(trial: Promise<void>) {
  try {
    await trial
    return null
  } catch (error) {
    if (EXPECTED.some((one) => error instanceof one)) return error as Error
    throw error
  }
}
