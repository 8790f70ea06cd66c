import type { HttpContext } from '@adonisjs/core/http'
import { freeSlugFor, isFree } from '#app/tenancy/slug'
import { companyChoices } from '#app/tenancy/company_choices'
import { PASSWORD_LENGTH } from '#app/identity/password_input'
import { companyDraftValidator } from '#app/tenancy/company_validator'
import { registrationValidator } from '#app/registrations/registration_validator'
import Registration from '#app/registrations/registration'

/** Asking for a company. The answer is the same whoever the address belongs to. */
export default class RegistrationsController {
  async create({ request, inertia, session }: HttpContext) {
    const { name, slug } = await request.validateUsing(companyDraftValidator)
    return inertia.render('registrations/registrations/create', {
      sentTo: session.flashMessages.get('sentTo', null) as string | null,
      choices: companyChoices(),
      suggestion: name ? await freeSlugFor(name) : null,
      isSlugFree: slug ? await isFree(slug) : null,
      shortest: PASSWORD_LENGTH,
    })
  }

  async store({ request, response, session }: HttpContext) {
    const asked = await request.validateUsing(registrationValidator)
    const registration = await Registration.ask(asked, request.ip())
    if (registration) session.put('registration', registration.id)
    else session.forget('registration')
    session.flash('sentTo', asked.email)
    return response.redirect().toRoute('registrations.registrations.create')
  }
}
