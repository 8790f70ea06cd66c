import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'

/** Pages for people without an account: not indexed, not kept by caches, their addresses not told to others. */
export default class PublicPageMiddleware {
  async handle({ response, session }: HttpContext, next: NextFn) {
    response.header('Cache-Control', 'no-store')
    response.header('Referrer-Policy', 'same-origin')
    response.header('X-Robots-Tag', 'noindex, nofollow')
    await next()
    // A visitor needs no session: without this each scan would leave a row behind.
    if (session.fresh) session.clear()
  }
}
