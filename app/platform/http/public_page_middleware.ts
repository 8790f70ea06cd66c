import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'

/** Pages for people without an account: not indexed. */
export default class PublicPageMiddleware {
  async handle({ response, session }: HttpContext, next: NextFn) {
    response.header('X-Robots-Tag', 'noindex, nofollow')
    await next()
    // A visitor needs no session: without this each scan would leave a row behind.
    if (session.fresh) session.clear()
  }
}
