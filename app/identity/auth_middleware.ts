import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { requireIdentity } from '#app/identity/require_identity'

export default class AuthMiddleware {
  async handle(ctx: HttpContext, next: NextFn) {
    await requireIdentity(ctx)
    return next()
  }
}
