import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { closedPage } from '#app/requests/closed_page'
import { RequestLink } from '#app/requests/request_link'

declare module '@adonisjs/core/http' {
  export interface HttpContext {
    requestLink: RequestLink
  }
}

/** Opens a customer's private link; a link that leads nowhere any more says so in words. */
export default class RequestLinkMiddleware {
  async handle(ctx: HttpContext, next: NextFn) {
    const { params, request, response } = ctx
    const link = await RequestLink.find(params.token, request.id())
    const isOpen = link?.isUsable && link.tenant.isActive
    if (isOpen) {
      ctx.requestLink = link
      return next()
    } else {
      const reason = link?.isUsable ? 'deactivated' : 'unknown'
      response.status(reason === 'deactivated' ? 410 : 404)
      response.send(await closedPage(ctx, `link.${reason}`, link?.tenant))
    }
  }
}
