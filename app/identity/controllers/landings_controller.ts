import type { HttpContext } from '@adonisjs/core/http'
import { mountFor } from '#app/platform/http/mount'

/** The front door of a company: the desk for the office, the field screens for those on the road. */
export default class LandingsController {
  show({ tenant, user, session, response }: HttpContext) {
    session.reflash()
    return response.redirect().toPath(`${mountFor(tenant.slug)}/${user.isAtDesk ? 'leads' : 'field'}`)
  }
}
