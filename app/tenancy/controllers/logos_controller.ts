import { errors } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { Current } from '#app/platform/database/current'
import { FILE_POLICY } from '#app/platform/http/guards'
import { UploadedForm } from '#app/platform/http/uploaded_form'
import { NotALogoError } from '#app/tenancy/errors'
import TenantPolicy from '#app/tenancy/tenant_policy'
import Tenant from '#app/tenancy/tenant'
import Logo from '#app/tenancy/logo'

/** Opens its own units: no transaction waits while a picture is drawn or stored. */
export default class LogosController {
  async show({ params, request, response }: HttpContext) {
    const tenant = await Tenant.bySlug(params.slug)
    const picture = tenant && (await Logo.read(tenant.id, params.key))
    if (!picture) throw new errors.E_ROUTE_NOT_FOUND([request.method(), request.url()])
    response
      .header('Cache-Control', 'private, max-age=31536000, immutable')
      .header('Content-Security-Policy', FILE_POLICY)
    return response.type('image/png').send(picture)
  }

  async store(ctx: HttpContext) {
    await ctx.bouncer.with(TenantPolicy).authorize('update')
    const logoKey = await UploadedForm.receive(ctx.request, async (form) => {
      const file = form.file('logo')
      if (!file) throw new NotALogoError()
      return Logo.store(ctx.tenant.id, file)
    })
    await Current.run(ctx.unit, async () => (await Tenant.current()).change({ logoKey }))
    ctx.session.flash('notice', 'Logo saved')
    return ctx.response.redirect().back()
  }

  async destroy(ctx: HttpContext) {
    await ctx.bouncer.with(TenantPolicy).authorize('update')
    await Current.run(ctx.unit, async () => (await Tenant.current()).change({ logoKey: null }))
    ctx.session.flash('notice', 'Logo removed')
    return ctx.response.redirect().back()
  }
}
