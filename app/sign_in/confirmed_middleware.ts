import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { requireProof } from '#app/sign_in/proof'

/** Asks again before a sensitive action. Stands after `auth` or `tenant`. */
export default class ConfirmedMiddleware {
  handle(ctx: HttpContext, next: NextFn) {
    requireProof(ctx)
    return next()
  }
}
