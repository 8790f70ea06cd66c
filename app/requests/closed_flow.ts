import type { HttpContext } from '@adonisjs/core/http'
import { publicBrand } from '#app/tenancy/public_brand'
import { sayIn } from '#app/platform/say'
import { languageFor, readerOf } from '#app/requests/language'
import type { FlowLink } from '#app/requests/flow_link'

/** No form stands here (any more): the company's phone does. */
export function closedFlow({ view, request, response }: HttpContext, link: FlowLink | null) {
  const tenant = link?.tenant
  const language = languageFor(readerOf(request))
  response.status(tenant && !tenant.isActive ? 410 : 404)
  return view.render('public/closed_flow', {
    t: sayIn(language),
    language,
    brand: tenant && publicBrand(tenant),
  })
}
