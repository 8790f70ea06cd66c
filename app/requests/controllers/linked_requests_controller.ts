import type { HttpContext } from '@adonisjs/core/http'
import { Current } from '#app/platform/database/current'
import { letSendOn } from '#app/platform/http/framing'
import { closedFlow } from '#app/requests/closed_flow'
import { FlowLink } from '#app/requests/flow_link'
import { readerOf } from '#app/requests/language'
import { RequestForm } from '#app/requests/request_form'
import { requestPage } from '#app/requests/request_page'
import { takeIn, wayOn } from '#app/requests/taking_in'

/** Requests of whoever has the address of a flow. */
export default class LinkedRequestsController {
  async create(ctx: HttpContext) {
    const link = await FlowLink.find({ ...addressIn(ctx), requestId: ctx.request.id() })
    if (!link?.flow) return closedFlow(ctx, link)
    const entrance = link.entranceBy('link')
    const form = await Current.run(entrance.unit, () => RequestForm.handOut(entrance, readerOf(ctx.request)))
    letSendOn(ctx, link.flow.redirectUrl)
    return ctx.view.render('public/request', await requestPage(form))
  }

  async store(ctx: HttpContext) {
    const link = await FlowLink.find({ ...addressIn(ctx), requestId: ctx.request.id() })
    if (!link?.flow) return closedFlow(ctx, link)
    return takeIn(ctx, link.doorBy('link'), {
      taken: (taken) => ctx.response.redirect().status(303).toPath(wayOn(taken)),
    })
  }
}

const addressIn = ({ params }: HttpContext) => ({ company: params.company, path: params.path })
