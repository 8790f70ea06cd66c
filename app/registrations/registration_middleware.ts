import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { registration } from '#config/registration'
import { RegistrationClosedError } from '#app/registrations/errors'

/** Companies open themselves only where the installation says so, also those whose mail is on its way already. */
export default class RegistrationMiddleware {
  handle(_: HttpContext, next: NextFn) {
    if (!registration.isOpen) throw new RegistrationClosedError()
    return next()
  }
}
