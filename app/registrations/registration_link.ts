import type { HttpContext } from '@adonisjs/core/http'
import { LinkClosedError } from '#app/sign_in/errors'
import Identity from '#app/identity/identity'
import IdentityLink from '#app/sign_in/identity_link'
import Registration from '#app/registrations/registration'

/** The registration that the link of the address bar is for, or null. */
export async function openRegistration({ params, response, session }: HttpContext) {
  response.header('Referrer-Policy', 'same-origin').header('Cache-Control', 'no-store')
  const link = await IdentityLink.open('registration', params.secret)
  const registration = link?.subjectId ? await Registration.find(link.subjectId) : null
  const person = registration && (await Identity.byEmail(registration.email))
  if (!registration || person?.disabledAt || (await registration.isOpened())) {
    response.status(410)
    return null
  }
  const isSameBrowser = session.get('registration') === registration.id
  return { registration, hasLogin: person !== null, asksPassword: !person && !isSameBrowser }
}

export async function openRegistrationOrFail(ctx: HttpContext) {
  const opened = await openRegistration(ctx)
  if (!opened) throw new LinkClosedError()
  return opened
}
