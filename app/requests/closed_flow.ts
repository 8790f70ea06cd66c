import type { HttpContext } from '@adonisjs/core/http'
import { publicBrand } from '#app/tenancy/public_brand'
import { placeOf, sayAt } from '#app/lead_flows/place'
import { sayIn } from '#app/platform/say'
import type { FlowLink } from '#app/requests/flow_link'

/** No form stands here (any more): the company's phone does. */
export function closedFlow({ view, response }: HttpContext, link: FlowLink | null) {
  const tenant = link?.tenant
  response.status(tenant && !tenant.isActive ? 410 : 404)
  return view.render('public/closed_flow', {
    t: tenant ? sayAt(placeOf(tenant)) : sayIn('en'),
    brand: tenant && publicBrand(tenant),
  })
}
