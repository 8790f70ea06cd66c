import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { reachOf } from '#app/identity/session_reach'
import { OwnCredentialRequiredError } from '#app/identity/errors'
import { requireIdentity } from '#app/identity/require_identity'

type Options = {
  /** `company`: also for a session that a company's issuer began. What belongs to the person is not. */
  reach?: 'person' | 'company'
}

export default class AuthMiddleware {
  async handle(ctx: HttpContext, next: NextFn, { reach = 'person' }: Options = {}) {
    await requireIdentity(ctx)
    if (reach === 'person' && reachOf(ctx).isLimited) throw new OwnCredentialRequiredError()
    return next()
  }
}
