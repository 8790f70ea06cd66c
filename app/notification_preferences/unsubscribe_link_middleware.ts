import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { UnsubscribeLink } from '#app/notification_preferences/unsubscribe_link'

declare module '@adonisjs/core/http' {
  export interface HttpContext {
    unsubscribeLink: UnsubscribeLink
  }
}

/** Opens a link to turn off a kind of mail; one that leads nowhere says so in words. */
export default class UnsubscribeLinkMiddleware {
  async handle(ctx: HttpContext, next: NextFn) {
    const { params, request, response, view } = ctx
    const link = await UnsubscribeLink.open(params.token, request.id())
    if (link) {
      ctx.unsubscribeLink = link
      return next()
    } else {
      response.status(404)
      response.send(await view.render('public/unsubscribe_gone', { brand: null }))
    }
  }
}
