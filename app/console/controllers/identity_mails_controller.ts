import type { HttpContext } from '@adonisjs/core/http'
import { hasMailServer } from '#config/mail'
import { newestFirst } from '#app/platform/database/keyset_page'
import { identityMailFiltersValidator } from '#app/console/console_validator'
import IdentityMail from '#app/sign_in/identity_mail'
import IdentityMailTransformer from '#app/console/identity_mail_transformer'

/** Mails to persons about their login, which belong to no company. */
export default class IdentityMailsController {
  async index({ request, inertia }: HttpContext) {
    const { after, ...filters } = await request.validateUsing(identityMailFiltersValidator)
    const mails = IdentityMail.query()
    if (filters.state) mails.where('state', filters.state)
    if (filters.recipient) mails.where('recipient', filters.recipient)
    const { rows, nextCursor } = await newestFirst(mails, after)
    return inertia.render('console/identity_mails/index', {
      mails: IdentityMailTransformer.transform(rows),
      meta: { nextCursor },
      filters,
      hasMailServer,
    })
  }
}
