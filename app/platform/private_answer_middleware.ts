import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'

/** Pages are for the person who asked, now: nobody finds them in a browser or a proxy afterwards. Files say otherwise. */
export default class PrivateAnswerMiddleware {
  handle({ response }: HttpContext, next: NextFn) {
    response.header('Cache-Control', 'private, no-store')
    return next()
  }
}
