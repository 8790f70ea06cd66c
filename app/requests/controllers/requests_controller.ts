import type { HttpContext } from '@adonisjs/core/http'
import { Current } from '#app/platform/database/current'
import { letSendOn } from '#app/platform/http/framing'
import { closedPage } from '#app/requests/closed_page'
import { entranceBy } from '#app/requests/entrance'
import { readerOf } from '#app/requests/language'
import { RequestForm } from '#app/requests/request_form'
import { requestPage } from '#app/requests/request_page'
import { ScannedCode } from '#app/requests/scanned_code'
import { staffWaysTo } from '#app/requests/staff_ways'
import { takeIn, wayOn } from '#app/requests/taking_in'

export default class RequestsController {
  async create(ctx: HttpContext) {
    const scanned = await ScannedCode.find(ctx.params.token, ctx.request.id())
    if (!scanned) return this.closed(ctx, 'unknown')
    if (!scanned.tenant.isActive) return this.closed(ctx, 'deactivated', scanned)
    const code = await scanned.open()
    const colleague = await scanned.colleague(ctx)
    const ways = colleague && staffWaysTo(scanned, code, colleague)
    if (ways && !code.isAssigned) return ctx.response.redirect().toPath(ways.bind)
    if (!code.isAssigned) {
      await scanned.count(code, ctx.request)
      return this.closed(ctx, code.isOutOfUse ? 'retired' : 'blank', scanned)
    }
    const form = await Current.run(scanned.unit, async () => {
      const handedOut = await RequestForm.handOut(entranceBy(scanned, code), readerOf(ctx.request))
      if (!colleague) await scanned.count(code, ctx.request, handedOut.version.leadFlowId)
      return handedOut
    })
    letSendOn(ctx, form.version.flow.redirectUrl)
    const page = await requestPage(form)
    return ctx.view.render('public/request', { ...page, colleague, ways })
  }

  async store(ctx: HttpContext) {
    const { request, response, params } = ctx
    const scanned = await ScannedCode.find(params.token, request.id())
    if (!scanned) return this.closed(ctx, 'unknown')
    if (!scanned.tenant.isActive) return this.closed(ctx, 'deactivated', scanned)
    const code = await scanned.open()
    if (!code.isAssigned) return this.closed(ctx, code.isOutOfUse ? 'retired' : 'blank', scanned)
    return takeIn(ctx, entranceBy(scanned, code), (taken) =>
      response.redirect().status(303).toPath(wayOn(taken))
    )
  }

  private closed(ctx: HttpContext, reason: keyof typeof STATUS_OF, scanned?: ScannedCode) {
    ctx.response.status(STATUS_OF[reason])
    return closedPage(ctx, `code.${reason}`, scanned?.tenant)
  }
}

const STATUS_OF = { unknown: 404, blank: 200, retired: 410, deactivated: 410 }
