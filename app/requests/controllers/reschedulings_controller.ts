import type { HttpContext } from '@adonisjs/core/http'
import { WindowGoneError } from '#app/bookings/errors'
import { cleaned } from '#app/lead_flows/answer_sheet'
import { OwnVisit } from '#app/requests/own_visit'
import { waitForLink } from '#app/requests/request_limits'
import type { RequestLink } from '#app/requests/request_link'
import { visitPage } from '#app/requests/visit_page'

/** A customer chooses another time for a visit. */
export default class ReschedulingsController {
  async create({ params, requestLink: link, response, view }: HttpContext) {
    const page = await link.run((lead) => visitPage(link, lead, params.id))
    return page ? view.render('public/reschedule', page) : response.redirect().toPath(link.path)
  }

  async store({ params, request, requestLink: link, response, view }: HttpContext) {
    const chosen = cleaned(request.input('window'))[0] ?? ''
    const wait = await waitForLink(link.leadId)
    const refusal = wait ? 'status.change.wait' : await this.#move(link, params.id, chosen)
    const page = refusal
      ? await link.run((lead) => visitPage(link, lead, params.id, { chosen, refusal }))
      : null
    if (!page)
      return response
        .redirect()
        .status(303)
        .toPath(`${link.path}${refusal ? '' : '?done=moved'}`)
    if (wait) response.header('Retry-After', wait)
    response.status(wait ? 429 : 422)
    return view.render('public/reschedule', page)
  }

  /** What keeps the visit where it is. */
  async #move(link: RequestLink, id: string, key: string) {
    if (!key) return 'form.time.choose'
    try {
      const isDone = await link.run((lead) => OwnVisit.change(lead, id, (visit) => visit.moveTo(key)))
      return isDone ? null : 'status.change.too_late'
    } catch (error) {
      if (!(error instanceof WindowGoneError)) throw error
      return 'form.time.gone'
    }
  }
}
