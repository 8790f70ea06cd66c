import type { HttpContext } from '@adonisjs/core/http'
import { UploadedForm } from '#app/platform/http/uploaded_form'
import { NotALogoError } from '#app/tenancy/errors'
import { companyOf, insideCompany } from '#app/console/super_user_unit'
import Logo from '#app/tenancy/logo'

export default class LogosController {
  async store(ctx: HttpContext) {
    const { id } = await companyOf(ctx)
    const logoKey = await UploadedForm.receive(ctx.request, async (form) => {
      const file = form.file('logo')
      if (!file) throw new NotALogoError()
      return Logo.store(id, file)
    })
    await insideCompany(ctx, (tenant) => tenant.change({ logoKey }))
    ctx.session.flash('notice', 'Logo saved')
    return ctx.response.redirect().back()
  }

  async destroy(ctx: HttpContext) {
    await insideCompany(ctx, (tenant) => tenant.change({ logoKey: null }))
    ctx.session.flash('notice', 'Logo removed')
    return ctx.response.redirect().back()
  }
}
