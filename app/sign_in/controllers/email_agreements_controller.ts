import type { HttpContext } from '@adonisjs/core/http'

type Agreed = { isDone: boolean; email: string }

/** What came of it, for somebody who may not be signed in here. */
export default class EmailAgreementsController {
  async show({ auth, inertia, response, session }: HttpContext) {
    await auth.check()
    const agreed = session.flashMessages.get('agreed', null) as Agreed | null
    if (!agreed) return response.redirect('/')
    return inertia.render('sign_in/email_agreements/show', agreed)
  }
}
