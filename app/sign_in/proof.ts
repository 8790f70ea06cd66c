import db from '@adonisjs/lucid/services/db'
import type { HttpContext } from '@adonisjs/core/http'
import { hashOf } from '#app/platform/secret'
import { ConfirmationRequiredError, ImpersonatedError } from '#app/sign_in/errors'

const FRESH_FOR = 15 * 60 * 1000

/** Whether the person at this session has shown a credential a short time ago. */
export function isProven({ session }: HttpContext) {
  return Date.now() - session.get('provenAt', 0) < FRESH_FOR
}

/** Sensitive actions are for somebody who has shown a credential a short time ago, and for nobody in their place. */
export function requireProof(ctx: HttpContext, isFile = false) {
  if (ctx.session.has('impersonation')) throw new ImpersonatedError()
  if (!isProven(ctx)) throw new ConfirmationRequiredError(isFile)
}

/** The person has just shown a credential: sensitive doors open for a while, under a new session id. */
export async function noteProof(ctx: HttpContext) {
  ctx.session.put('provenAt', Date.now())
  await rotateSession(ctx)
}

/** Whoever knew the old id, knows nothing any more. */
export async function rotateSession(ctx: HttpContext) {
  ctx.session.regenerate()
  await claimSession(ctx)
}

/** Marks the session with its owner and device, so that it can be ended from elsewhere. */
export async function claimSession({ auth, session }: HttpContext) {
  await session.tag(auth.use('web').getUserOrFail().id)
  await db
    .connection('system')
    .from('sessions')
    .where('id', hashOf(session.sessionId))
    .update({
      device_id: session.get('device', null),
      sso_account_id: session.get('issuer')?.accountId ?? null,
      issuer_sid: session.get('issuer')?.sid ?? null,
    })
}
