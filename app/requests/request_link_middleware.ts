import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { sayIn } from '#app/platform/say'
import { publicBrand } from '#app/tenancy/public_brand'
import { languageFor, readerOf } from '#app/requests/language'
import { RequestLink } from '#app/requests/request_link'

declare module '@adonisjs/core/http' {
  export interface HttpContext {
    requestLink: RequestLink
  }
}

/** Opens a customer's private link; a link that leads nowhere any more says so in words. */
export default class RequestLinkMiddleware {
  async handle(ctx: HttpContext, next: NextFn) {
    const { params, request, response, view } = ctx
    const link = await RequestLink.find(params.token, request.id())
    const isOpen = link?.isUsable && link.tenant.isActive
    if (isOpen) {
      ctx.requestLink = link
      return next()
    } else {
      const language = languageFor(readerOf(request))
      const reason = link?.isUsable ? 'deactivated' : 'unknown'
      response.status(reason === 'deactivated' ? 410 : 404)
      response.send(
        await view.render('public/closed_link', {
          t: sayIn(language),
          language,
          reason,
          brand: link && publicBrand(link.tenant),
        })
      )
    }
  }
}
