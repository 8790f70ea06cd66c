import type { HttpContext } from '@adonisjs/core/http'
import TenantPolicy from '#app/tenancy/tenant_policy'
import MessageTemplate from '#app/message_templates/message_template'
import { placeAt } from '#app/message_templates/template_address'
import { restorationValidator } from '#app/message_templates/template_validator'

export default class RestorationsController {
  async store({ params, request, bouncer, session, response }: HttpContext) {
    await bouncer.with(TenantPolicy).authorize('update')
    const { version } = await request.validateUsing(restorationValidator)
    const old = await MessageTemplate.versionsOf(placeAt(params)).where({ version }).firstOrFail()
    await old.restore()
    session.flash('notice', `Version ${version} is the draft now. Publish it to use it.`)
    return response.redirect().back()
  }
}
