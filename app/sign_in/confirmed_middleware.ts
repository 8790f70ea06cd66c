import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { requireProof } from '#app/sign_in/proof'

type Options = {
  /** The answer is a file: the question is asked on the page that it is fetched from. */
  isFile?: boolean
}

/** Asks again before a sensitive action. Stands after `auth` or `tenant`. */
export default class ConfirmedMiddleware {
  handle(ctx: HttpContext, next: NextFn, { isFile = false }: Options = {}) {
    requireProof(ctx, isFile)
    return next()
  }
}
