import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { printableAll } from '#app/platform/printable'

/** Whatever was pasted into a form or an address can be stored and shown. */
export default class PrintableMiddleware {
  async handle({ request, params }: HttpContext, next: NextFn) {
    request.updateBody(printableAll(request.body()))
    request.updateQs(printableAll(request.qs()))
    Object.assign(params, printableAll(params))
    return next()
  }
}
