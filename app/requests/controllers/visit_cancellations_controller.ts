import type { HttpContext } from '@adonisjs/core/http'
import { OwnVisit } from '#app/requests/own_visit'
import { visitPage } from '#app/requests/visit_page'

/** A customer calls a visit off. */
export default class VisitCancellationsController {
  async create({ params, requestLink: link, response, view }: HttpContext) {
    const page = await link.run((lead) => visitPage(link, lead, params.id))
    return page ? view.render('public/cancel_visit', page) : response.redirect().toPath(link.path)
  }

  /** Pressed twice, or too late, the page tells how things stand. */
  async store({ params, requestLink: link, response }: HttpContext) {
    await link.run((lead) => OwnVisit.change(lead, params.id, (visit) => visit.cancel(null)))
    return response.redirect().status(303).toPath(link.path)
  }
}
