import type { HttpContext } from '@adonisjs/core/http'
import TenantPolicy from '#app/tenancy/tenant_policy'
import MessageTemplate from '#app/message_templates/message_template'
import { placeAt } from '#app/message_templates/template_address'
import { templateValidator } from '#app/message_templates/template_validator'

export default class PublicationsController {
  /** Saves what the author sees, then publishes exactly that. */
  async store({ params, request, bouncer, session, response }: HttpContext) {
    await bouncer.with(TenantPolicy).authorize('update')
    const { body, ...words } = await request.validateUsing(templateValidator)
    const draft = await MessageTemplate.saveDraft(placeAt(params), { ...words, body: body ?? '' })
    await draft.publish()
    session.flash('notice', 'Published. What is sent from now on says this.')
    return response.redirect().back()
  }

  async destroy({ params, bouncer, session, response }: HttpContext) {
    await bouncer.with(TenantPolicy).authorize('update')
    await MessageTemplate.withdraw(placeAt(params))
    session.flash('notice', 'The standard words are used again. Yours stay among the versions.')
    return response.redirect().back()
  }
}
