import type { HttpContext } from '@adonisjs/core/http'
import TenantPolicy from '#app/tenancy/tenant_policy'
import MessageTemplate from '#app/message_templates/message_template'
import { placeAt } from '#app/message_templates/template_address'
import { TemplateDesk } from '#app/message_templates/template_desk'
import TemplateTransformer from '#app/message_templates/template_transformer'
import { templateValidator } from '#app/message_templates/template_validator'

export default class TemplatesController {
  async index({ bouncer, inertia }: HttpContext) {
    await bouncer.with(TenantPolicy).authorize('update')
    return inertia.render('message_templates/templates/index', await TemplateDesk.overview())
  }

  async edit({ params, bouncer, user, inertia }: HttpContext) {
    await bouncer.with(TenantPolicy).authorize('update')
    const place = placeAt(params)
    const desk = await TemplateDesk.at(place)
    return inertia.render('message_templates/templates/edit', {
      ...desk.facts,
      versions: TemplateTransformer.transform(desk.versions),
      preview: await desk.preview(user),
    })
  }

  async update({ params, request, bouncer, session, response }: HttpContext) {
    await bouncer.with(TenantPolicy).authorize('update')
    const { body, ...words } = await request.validateUsing(templateValidator)
    await MessageTemplate.saveDraft(placeAt(params), { ...words, body: body ?? '' })
    session.flash('notice', 'Draft saved. Nobody gets it before you publish it.')
    return response.redirect().back()
  }

  async destroy({ params, bouncer, session, response }: HttpContext) {
    await bouncer.with(TenantPolicy).authorize('update')
    await MessageTemplate.discardDraft(placeAt(params))
    session.flash('notice', 'Draft discarded. These are the words in use.')
    return response.redirect().back()
  }
}
