import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { GUARDS } from '#app/platform/http/guards'

/**
 * Guards also files, errors and addresses that nobody answers. Written straight to the answer of Node, where
 * the policy of a page takes its place: that one knows the nonce of its scripts.
 */
export default class GuardedAnswerMiddleware {
  handle({ response }: HttpContext, next: NextFn) {
    for (const [name, value] of Object.entries(GUARDS)) response.response.setHeader(name, value)
    return next()
  }
}
