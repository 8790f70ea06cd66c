import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'

/** Pages for people without an account: not indexed. */
export default class PublicPageMiddleware {
  handle({ response }: HttpContext, next: NextFn) {
    response.header('X-Robots-Tag', 'noindex, nofollow')
    return next()
  }
}
