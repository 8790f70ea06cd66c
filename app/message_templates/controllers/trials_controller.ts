import type { HttpContext } from '@adonisjs/core/http'
import TenantPolicy from '#app/tenancy/tenant_policy'
import MessageTemplate from '#app/message_templates/message_template'
import { placeAt } from '#app/message_templates/template_address'
import { TemplateDesk } from '#app/message_templates/template_desk'
import { TemplateTried } from '#app/message_templates/template_events'
import { templateValidator } from '#app/message_templates/template_validator'
import Delivery from '#app/deliveries/delivery'

/** Sends what the author sees to the author. */
export default class TrialsController {
  async store({ params, request, bouncer, user, session, response }: HttpContext) {
    await bouncer.with(TenantPolicy).authorize('update')
    const place = placeAt(params)
    const { body, ...words } = await request.validateUsing(templateValidator)
    const draft = await MessageTemplate.saveDraft(place, { ...words, body: body ?? '' })
    const { subject, bodyHtml, bodyText } = await (await TemplateDesk.at(place)).mail(user)
    await Delivery.queue({
      eventId: await TemplateTried.record(draft, draft.place),
      kind: 'template_trial',
      templateVersion: draft.version,
      recipient: { kind: 'user', id: user.id, name: user.name, address: user.email },
      subject: `Test: ${subject}`,
      bodyHtml,
      bodyText,
      link: null,
    })
    session.flash('notice', `A test is on its way to ${user.email}`)
    return response.redirect().back()
  }
}
