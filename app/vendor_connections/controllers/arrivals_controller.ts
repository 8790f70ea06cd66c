import type { HttpContext } from '@adonisjs/core/http'
import { whereAnswerBelongs } from '#app/platform/oauth/oauth_flow'

/** The one address to which vendors send people back: their session knows the company and page that they left. */
export default class ArrivalsController {
  async show(ctx: HttpContext) {
    return ctx.response.redirect().toPath(whereAnswerBelongs(ctx))
  }
}
