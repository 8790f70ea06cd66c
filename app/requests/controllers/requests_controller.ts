import type { HttpContext } from '@adonisjs/core/http'
import { Current } from '#app/platform/database/current'
import { letSendOn } from '#app/platform/http/framing'
import { closedPage } from '#app/requests/closed_page'
import { doorBy, entranceBy } from '#app/requests/entrance'
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
    const colleague = await scanned.colleague(ctx)
    const { code, form } = await Current.run(scanned.unit, async () => {
      const code = await scanned.open()
      const form = code.isAssigned
        ? await RequestForm.handOut(entranceBy(scanned, code), readerOf(ctx.request))
        : null
      if (!colleague) scanned.count(code, ctx.request, form?.version.leadFlowId)
      return { code, form }
    })
    const ways = colleague && staffWaysTo(scanned, code, colleague)
    if (!form && ways) return ctx.response.redirect().toPath(ways.bind)
    if (!form) return this.closed(ctx, code.isOutOfUse ? 'retired' : 'blank', scanned)
    letSendOn(ctx, form.version.flow.redirectUrl)
    const page = await requestPage(form)
    return ctx.view.render('public/request', { ...page, colleague, ways })
  }

  async store(ctx: HttpContext) {
    const { request, response, params } = ctx
    const scanned = await ScannedCode.find(params.token, request.id())
    if (!scanned) return this.closed(ctx, 'unknown')
    if (!scanned.tenant.isActive) return this.closed(ctx, 'deactivated', scanned)
    return takeIn(ctx, doorBy(scanned), {
      taken: (taken) => response.redirect().status(303).toPath(wayOn(taken)),
      closed: (code) => this.closed(ctx, code.isOutOfUse ? 'retired' : 'blank', scanned),
    })
  }

  private closed(ctx: HttpContext, reason: keyof typeof STATUS_OF, scanned?: ScannedCode) {
    ctx.response.status(STATUS_OF[reason])
    return closedPage(ctx, `code.${reason}`, scanned?.tenant)
  }
}

const STATUS_OF = { unknown: 404, blank: 200, retired: 410, deactivated: 410 }
