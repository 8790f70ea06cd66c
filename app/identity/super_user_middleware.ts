import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { errors } from '@adonisjs/core'

export default class SuperUserMiddleware {
  async handle({ auth, request }: HttpContext, next: NextFn) {
    await auth.authenticateUsing(['web'], { loginRoute: '/login' })
    if (!auth.user!.isSuperUser) throw new errors.E_ROUTE_NOT_FOUND([request.method(), request.url()])
    return next()
  }
}
