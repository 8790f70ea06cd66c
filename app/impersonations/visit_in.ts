import type { HttpContext } from '@adonisjs/core/http'
import { ImpersonationOverError } from '#app/impersonations/errors'
import { standingIn } from '#app/impersonations/standing_in'
import Tenant from '#app/tenancy/tenant'

/** The visit that this session pays to the company, for what stands outside its pages, such as the stream of news. */
export async function visitIn(ctx: HttpContext, tenantId: string) {
  const web = ctx.auth.use('web')
  const tenant =
    (await web.check()) && (await Tenant.query({ connection: 'system' }).where('id', tenantId).first())
  const visit = tenant ? await standingIn(ctx, web.user!, tenant).catch(gone) : null
  ctx.impersonation = visit?.impersonation
  return visit
}

function gone(error: unknown) {
  if (error instanceof ImpersonationOverError) return null
  throw error
}
