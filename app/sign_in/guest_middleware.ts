import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { reachOf } from '#app/identity/session_reach'

/** The sign-in page is also for somebody whom only a company's issuer knows so far. */
export default class GuestMiddleware {
  async handle({ auth, session, response }: HttpContext, next: NextFn) {
    const isProven = !reachOf({ session }).isLimited
    if ((await auth.check()) && isProven) return response.redirect('/')
    return next()
  }
}
