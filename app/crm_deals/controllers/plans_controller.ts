import type { HttpContext } from '@adonisjs/core/http'
import { Current } from '#app/platform/database/current'
import { crm } from '#plugins/crm/manager'
import CrmConnection from '#app/crm_connections/crm_connection'
import { checkedPlan, pipelinesOf } from '#app/crm_deals/checked_plan'
import CrmDeal from '#app/crm_deals/crm_deal'
import { CrmDealPlan } from '#app/crm_deals/crm_deal_plan'
import CrmDealTransformer from '#app/crm_deals/crm_deal_transformer'
import TenantPolicy from '#app/tenancy/tenant_policy'

/** How requests become deals. What the system says of its pipelines is asked outside of any unit. */
export default class PlansController {
  async edit({ bouncer, inertia, response, unit, user }: HttpContext) {
    await bouncer.with(TenantPolicy).authorize('update')
    const met = await Current.run(unit, () => meet())
    if (!met) return response.redirect().toRoute('crm_connections.connections.edit')
    const { connection, adapter, label } = met
    const known = await Current.run(unit, async () => ({
      plan: await CrmDealPlan.of(connection),
      refused: await CrmDeal.refused(connection, user),
    }))
    const { pipelines, failure } = await pipelinesOf(adapter)
    return inertia.render('crm_deals/plans/edit', {
      system: { label, failure, hasNotes: Boolean(adapter.addNote), hasOwners: Boolean(adapter.owners) },
      pipelines: pipelines.map(({ kind = 'deal', stages, ...own }) => ({
        ...own,
        kind,
        stages: [...stages],
      })),
      plan: known.plan && {
        pipelineId: known.plan.pipelineId,
        stages: known.plan.stages as Record<string, string>,
        withNotes: known.plan.notesSince !== null,
      },
      refused: CrmDealTransformer.transform(known.refused),
    })
  }

  async update(ctx: HttpContext) {
    const { bouncer, response, session, unit } = ctx
    await bouncer.with(TenantPolicy).authorize('update')
    const met = await Current.run(unit, () => meet())
    if (!met) return response.redirect().toRoute('crm_connections.connections.edit')
    const { connection, adapter, label } = met
    const { plan, pipeline } = await checkedPlan(ctx, adapter, label)
    await Current.run(unit, () => CrmDealPlan.keep(connection, plan, pipeline))
    session.flash('notice', `Requests that come in from now on become ${plan.kind ?? 'deal'}s in ${label}.`)
    return response.redirect().toRoute('crm_deals.plans.edit')
  }

  async destroy({ bouncer, response, session, unit }: HttpContext) {
    await bouncer.with(TenantPolicy).authorize('update')
    await Current.run(unit, async () => {
      const connection = await CrmConnection.query().first()
      if (connection) await CrmDealPlan.end(connection)
    })
    session.flash('notice', 'Requests go there no more. Those that are there stay as they are.')
    return response.redirect().toRoute('crm_connections.connections.edit')
  }
}

/** The connected system, where it has deals. */
async function meet() {
  const connection = await CrmConnection.own()
  const adapter = await connection?.open()
  if (!connection || !adapter?.deals) return null
  return { connection, adapter, label: (await crm.classOf(connection.adapter)).label }
}
