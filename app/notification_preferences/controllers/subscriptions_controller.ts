import type { HttpContext } from '@adonisjs/core/http'

/** Takes back what a link to unsubscribe has done. */
export default class SubscriptionsController {
  async store({ unsubscribeLink: link, response }: HttpContext) {
    await link.resubscribe()
    return response.redirect().status(303).toPath(link.path)
  }
}
