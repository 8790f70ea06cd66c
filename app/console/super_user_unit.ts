import type { HttpContext } from '@adonisjs/core/http'
import { Current } from '#app/platform/database/current'
import Tenant from '#app/tenancy/tenant'

/** The actor of everything the console does: its events stand in the company's own history. */
export function superUserOf({ auth }: HttpContext) {
  const { id, name } = auth.getUserOrFail()
  return { kind: 'super_user' as const, id, name }
}

/** The company that the path names, found across tenants. */
export function companyOf({ params }: HttpContext) {
  return Tenant.query({ connection: 'system' }).where('slug', params.slug).firstOrFail()
}

/** Runs work inside the company that the path names, as the super user. */
export async function insideCompany<T>(ctx: HttpContext, work: (tenant: Tenant) => Promise<T>) {
  const { id } = await companyOf(ctx)
  const unit = { tenantId: id, actor: superUserOf(ctx), requestId: ctx.request.id() }
  return Current.run(unit, async () => work(await Tenant.current()))
}
