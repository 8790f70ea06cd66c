import type { HttpContext } from '@adonisjs/core/http'
import { Current } from '#app/platform/database/current'
import { letFrame } from '#app/platform/http/framing'
import { publicBrand } from '#app/tenancy/public_brand'
import { sayIn } from '#app/platform/say'
import { closedFlow } from '#app/requests/closed_flow'
import { FlowLink } from '#app/requests/flow_link'
import { readerOf } from '#app/requests/language'
import { RequestForm } from '#app/requests/request_form'
import { requestPage } from '#app/requests/request_page'
import { takeIn } from '#app/requests/taking_in'

/** Requests on the company's own site: a flow in a frame there, and nowhere else. */
export default class EmbeddedRequestsController {
  async create(ctx: HttpContext) {
    const link = await findIn(ctx)
    if (!link?.sites.length) return closedFlow(ctx, link)
    const entrance = link.entranceBy('embed')
    const form = await Current.run(entrance.unit, () => RequestForm.handOut(entrance, readerOf(ctx.request)))
    return ctx.view.render('public/request', { ...(await requestPage(form)), isEmbedded: true })
  }

  async store(ctx: HttpContext) {
    const link = await findIn(ctx)
    if (!link?.sites.length) return closedFlow(ctx, link)
    return takeIn(ctx, link.doorBy('embed'), {
      taken: ({ secret, isNew, language }) =>
        ctx.view.render('public/sent', {
          t: sayIn(language),
          language,
          brand: publicBrand(link.tenant),
          path: `/s/${secret}`,
          isNew,
          isEmbedded: true,
          sentFor: link.flow!.id,
        }),
    })
  }
}

async function findIn(ctx: HttpContext) {
  const { company, path } = ctx.params
  const link = await FlowLink.find({ company, path, requestId: ctx.request.id() })
  letFrame(ctx, link?.sites ?? [])
  return link
}
