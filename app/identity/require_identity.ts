import type { HttpContext } from '@adonisjs/core/http'
import { SignInRequiredError } from '#app/identity/errors'

/** The person who is signed in; anybody else is sent to sign in. */
export async function requireIdentity({ auth }: HttpContext) {
  await auth.check()
  const identity = auth.user
  if (!identity || identity.disabledAt) throw new SignInRequiredError()
  return identity
}
