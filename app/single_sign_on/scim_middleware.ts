import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { Current } from '#app/platform/database/current'
import Tenant from '#app/tenancy/tenant'
import { CompanyDeactivatedError } from '#app/tenancy/errors'
import { scimErrorOf } from '#app/single_sign_on/scim_error'
import ScimToken from '#app/single_sign_on/scim_token'

/** Opens the company of a directory's token, and answers in the directory's language, refusals too. */
export default class ScimMiddleware {
  async handle(ctx: HttpContext, next: NextFn) {
    const { request, response } = ctx
    response.header('Content-Type', 'application/scim+json').header('Cache-Control', 'no-store')
    ctx.sendProblem = (problem, thrown) => {
      if (problem.status === 401) response.header('WWW-Authenticate', 'Bearer')
      response.status(problem.status).send(JSON.stringify(scimErrorOf(problem, thrown)))
    }
    const token = await ScimToken.authenticate(request.header('authorization'))
    const tenant = await Tenant.query({ connection: 'system' }).where('id', token.tenantId).firstOrFail()
    if (!tenant.isActive) throw new CompanyDeactivatedError()
    ctx.logger = ctx.logger.child({ tenant: tenant.slug, scimToken: token.id })
    await token.noteUse()
    const actor = { kind: 'system' as const, id: null, name: `Provisioning (${token.name})` }
    await Current.run({ tenantId: tenant.id, actor, requestId: request.id() }, next)
  }
}
