import type { HttpContext } from '@adonisjs/core/http'
import { closedPage } from '#app/requests/closed_page'
import type { FlowLink } from '#app/requests/flow_link'

/** No form stands here (any more): the company's phone does. */
export function closedFlow(ctx: HttpContext, link: FlowLink | null) {
  const tenant = link?.tenant
  ctx.response.status(tenant && !tenant.isActive ? 410 : 404)
  return closedPage(ctx, 'flow', tenant)
}
