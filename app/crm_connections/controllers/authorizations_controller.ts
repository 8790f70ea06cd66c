import type { HttpContext } from '@adonisjs/core/http'
import router from '@adonisjs/core/services/router'
import { Current } from '#app/platform/database/current'
import { OauthError } from '#app/platform/oauth/oauth_errors'
import { endFlow, leaveForVendor } from '#app/platform/oauth/oauth_flow'
import CrmConnection from '#app/crm_connections/crm_connection'
import { chosenCrmValidator } from '#app/crm_connections/crm_connection_validator'
import { tryOut } from '#app/crm_connections/crm_trial'
import { oauthClientOf } from '#app/crm_connections/crm_way'
import { CrmNotOpenedError, NoVendorScreenError } from '#app/crm_connections/errors'
import { offeredCrms } from '#app/crm_connections/offered_crms'
import TenantPolicy from '#app/tenancy/tenant_policy'

/** A company lets us in on the screen of the system itself. */
export default class AuthorizationsController {
  async store(ctx: HttpContext) {
    await ctx.bouncer.with(TenantPolicy).authorize('update')
    const offered = await offeredCrms()
    const { adapter } = await ctx.request.validateUsing(chosenCrmValidator(offered.map(({ name }) => name)))
    const { name } = offered.find((one) => one.name === adapter)!
    const client = await oauthClientOf(name)
    if (!client) throw new NoVendorScreenError()
    const returnTo = router.urlBuilder.urlFor('crm_connections.authorizations.show')
    leaveForVendor(ctx, client, { ...errandOf(ctx), vendor: name, returnTo })
  }

  /** Where the answer comes back to. Why nothing was connected is told on the page of the connection. */
  async show(ctx: HttpContext) {
    await ctx.bouncer.with(TenantPolicy).authorize('update')
    try {
      ctx.session.flash('notice', `${await arrive(ctx)} let us in. Customers go there too from now on.`)
    } catch (error) {
      if (!(error instanceof OauthError || error instanceof CrmNotOpenedError)) throw error
      ctx.session.flash('error', error.message)
    }
    return ctx.response.redirect().toRoute('crm_connections.connections.edit')
  }
}

/** Asks the vendor outside a unit: nothing is kept before it has let us in. */
async function arrive(ctx: HttpContext) {
  const { vendor, code, verifier } = await endFlow(ctx, errandOf(ctx))
  const chosen = (await offeredCrms()).find(({ name }) => name === vendor)
  const client = chosen && (await oauthClientOf(chosen.name))
  if (!client) throw new NoVendorScreenError()
  const tokens = await client.exchange(code, verifier)
  const settings = tokens.told
  await tryOut(chosen, { settings, country: ctx.tenant.country }, tokens)
  await Current.run(ctx.unit, () => CrmConnection.keep(chosen.name, settings, ctx.user, tokens))
  return chosen.label
}

const errandOf = ({ tenant, auth }: HttpContext) => ({
  family: 'crm',
  tenantId: tenant.id,
  identityId: auth.user!.id,
})
