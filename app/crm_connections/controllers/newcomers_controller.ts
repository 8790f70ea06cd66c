import type { HttpContext } from '@adonisjs/core/http'
import { crm } from '#plugins/crm/manager'
import Customer from '#app/customers/customer'
import CrmConnection from '#app/crm_connections/crm_connection'
import { mappedWay } from '#app/crm_connections/crm_mapped_way'
import CrmNewcomer from '#app/crm_connections/crm_newcomer'
import CrmNewcomerTransformer from '#app/crm_connections/crm_newcomer_transformer'
import { crmNewcomersValidator, crmNewcomerValidator } from '#app/crm_connections/crm_newcomer_validator'
import { likenessesOf } from '#app/crm_connections/crm_newcomer_likenesses'
import TenantPolicy from '#app/tenancy/tenant_policy'

/** People who are new in the system outside, for somebody who says what becomes of them. */
export default class NewcomersController {
  async index({ bouncer, inertia, request, response, user }: HttpContext) {
    await bouncer.with(TenantPolicy).authorize('update')
    const { after, show } = await request.validateUsing(crmNewcomersValidator)
    const isLeftOut = show === 'left_out'
    const connection = await CrmConnection.own()
    if (!connection) return response.redirect().toRoute('crm_connections.connections.edit')
    const { rows, nextCursor } = await CrmNewcomer.page({ after, isLeftOut })
    const { label } = await crm.classOf(connection.adapter)
    return inertia.render('crm_connections/newcomers/index', {
      system: { label },
      rule: connection.newcomers,
      newcomers: CrmNewcomerTransformer.transform(rows, user, await likenessesOf(rows, user)),
      counts: { waiting: await CrmNewcomer.count(), leftOut: await CrmNewcomer.count({ isLeftOut: true }) },
      isLeftOut,
      meta: { nextCursor },
    })
  }

  /** All who are like nobody here. */
  async store({ bouncer, response, session }: HttpContext) {
    await bouncer.with(TenantPolicy).authorize('update')
    await CrmNewcomer.wantAll(await CrmConnection.query().firstOrFail())
    session.flash('notice', 'They are taken in. Whoever may be known here already stays for you to decide.')
    return response.redirect().back()
  }

  async update({ params, bouncer, request, response, session, user }: HttpContext) {
    await bouncer.with(TenantPolicy).authorize('update')
    const { choice, customerId } = await request.validateUsing(crmNewcomerValidator)
    const connection = await CrmConnection.query().preload('vendor').forUpdate().firstOrFail()
    const newcomer = await CrmNewcomer.query().where('id', params.id).firstOrFail()
    const { name } = newcomer.facts
    if (choice === 'take_in') {
      await newcomer.takeIn((await mappedWay(connection)).mapping)
      session.flash('notice', `${name} is a customer now`)
    } else if (choice === 'customer') {
      const customer = await Customer.visibleTo(user).where('customers.id', customerId!).firstOrFail()
      await newcomer.beCustomer(connection, customer)
      session.flash('notice', `${name} and ${customer.name} are one from now on`)
    } else {
      await newcomer.leaveOut()
      session.flash('notice', `${name} stays there alone. You find them under “Left out”.`)
    }
    return response.redirect().back()
  }
}
