import type { HttpContext } from '@adonisjs/core/http'
import { Current } from '#app/platform/database/current'
import { sayIn } from '#app/platform/say'
import { cleaned } from '#app/lead_flows/answer_sheet'
import { publicBrand } from '#app/tenancy/public_brand'
import StickerReport from '#app/qr_codes/sticker_report'
import { closedPage } from '#app/requests/closed_page'
import { FormStamp } from '#app/requests/form_stamp'
import { languageFor, readerOf } from '#app/requests/language'
import { waitForReport } from '#app/requests/request_limits'
import { ScannedCode } from '#app/requests/scanned_code'

const LONGEST = 500

/** “This sticker looks tampered with”: whoever stands before it says so to the company. */
export default class StickerReportsController {
  async create(ctx: HttpContext) {
    const scanned = await ScannedCode.find(ctx.params.token, ctx.request.id())
    if (!scanned?.tenant.isActive) return this.closed(ctx, scanned)
    return this.page(ctx, scanned)
  }

  async store(ctx: HttpContext) {
    const { request, response, params } = ctx
    const scanned = await ScannedCode.find(params.token, request.id())
    if (!scanned?.tenant.isActive) return this.closed(ctx, scanned)
    const stamp = FormStamp.read(request.input('stamp'), purposeOf(scanned))
    const comment = cleaned(request.input('comment'))[0]?.slice(0, LONGEST) ?? ''
    const wait = await waitForReport(scanned.path, request.ip())
    if (stamp && !wait && !request.input('website')) {
      const code = await scanned.open()
      await Current.run(scanned.unit, () =>
        StickerReport.take(code, { comment: comment || null, key: stamp.key })
      )
      return closedPage(ctx, 'sticker.reported', scanned.tenant)
    } else {
      if (wait) response.header('Retry-After', wait)
      response.status(wait ? 429 : 422)
      return this.page(ctx, scanned, { comment, problem: wait ? 'wait' : 'again' })
    }
  }

  private async page(
    { request, view }: HttpContext,
    scanned: ScannedCode,
    returned: { comment?: string; problem?: 'wait' | 'again' } = {}
  ) {
    const language = languageFor(readerOf(request))
    const { displayCode, phrase } = await scanned.open()
    return view.render('public/sticker_report', {
      t: sayIn(language),
      language,
      brand: publicBrand(scanned.tenant),
      path: scanned.path,
      shortCode: displayCode,
      phrase,
      stamp: FormStamp.issue(purposeOf(scanned)).sealed,
      longest: LONGEST,
      comment: '',
      problem: null,
      ...returned,
    })
  }

  private closed(ctx: HttpContext, scanned: ScannedCode | null) {
    ctx.response.status(scanned ? 410 : 404)
    return closedPage(ctx, scanned ? 'code.deactivated' : 'code.unknown', scanned?.tenant)
  }
}

const purposeOf = ({ path }: ScannedCode) => `sticker:${path}`
