import type { HttpContext } from '@adonisjs/core/http'
import { SignInRefusedError } from '#app/single_sign_on/errors'
import type SsoSignIn from '#app/single_sign_on/sso_sign_in'

/** Who is turned away at a company's door stands in the log, and before the administrators of the company. */
export async function noting<T>({ request, logger }: HttpContext, door: SsoSignIn, work: () => Promise<T>) {
  try {
    return await work()
  } catch (error) {
    if (error instanceof SignInRefusedError) {
      logger.warn({ err: error, reason: error.reason, tenant: door.tenant.slug }, 'Single sign-on refused')
      await door.noteRefusal(error, request.id()!)
    }
    throw error
  }
}
