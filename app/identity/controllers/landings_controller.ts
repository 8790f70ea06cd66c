import type { HttpContext } from '@adonisjs/core/http'
import { mountFor } from '#app/platform/http/mount'
import type User from '#app/identity/user'

/** The front door of a company: figures and desk for the office, the field screens for those on the road. */
export default class LandingsController {
  show({ tenant, user, session, response }: HttpContext) {
    session.reflash()
    return response.redirect().toPath(`${mountFor(tenant.slug)}/${landingOf(user)}`)
  }
}

const landingOf = (user: User) => {
  const desk = user.may('read', 'leads') ? 'dashboard' : 'leads'
  return user.isAtDesk ? desk : 'field'
}
