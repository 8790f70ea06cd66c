import type { HttpContext } from '@adonisjs/core/http'
import { storyOf } from '#app/requests/request_story'
import { statusPage } from '#app/requests/status_page'

export default class CancellationsController {
  async create({ requestLink, response, view }: HttpContext) {
    const page = statusPage(requestLink, await requestLink.run(storyOf))
    return page.isCancellable
      ? view.render('public/cancel', page)
      : response.redirect().toPath(requestLink.path)
  }

  /** Pressed twice, or when the visit was booked meanwhile, the page tells how things stand. */
  async store({ requestLink, response }: HttpContext) {
    await requestLink.run(async (lead) => {
      await lead.lock()
      if (lead.isOpen) await lead.cancel()
    })
    return response.redirect().status(303).toPath(requestLink.path)
  }
}
