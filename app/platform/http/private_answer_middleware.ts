import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'

/** An answer is for the person who asked, now: nobody finds it in a browser or a proxy afterwards. Files say otherwise. */
export default class PrivateAnswerMiddleware {
  handle({ response }: HttpContext, next: NextFn) {
    response.header('Cache-Control', 'no-store')
    return next()
  }
}
