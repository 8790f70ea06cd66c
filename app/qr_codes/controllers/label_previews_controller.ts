import type { HttpContext } from '@adonisjs/core/http'
import { appUrl } from '#config/app'
import { LabelPicture } from '#app/qr_codes/label_picture'
import { templateSpecOf } from '#app/qr_codes/label_sheet_facts'
import { labelPreviewValidator } from '#app/qr_codes/label_sheet_validator'
import { LabelTemplate } from '#app/qr_codes/label_template'
import { linesOf } from '#app/qr_codes/label_words'
import QrBatchPolicy from '#app/qr_codes/qr_batch_policy'
import { urlOf } from '#app/qr_codes/qr_token'
import { SymbolLogo } from '#app/qr_codes/symbol_logo'

/** A code that there is not, with the words that would stand for it. */
const EXAMPLE = {
  url: urlOf('K7Q29F4M'.padEnd(26, '3YWCR2AM'), appUrl),
  shortCode: 'K7Q29F4M',
  phrase: 'merry otter',
}
const BATCH = { name: 'Spring route, north', isDemo: false }

/** One label of a sheet that is being written, as it would be printed. */
export default class LabelPreviewsController {
  async show({ request, response, bouncer, tenant }: HttpContext) {
    await bouncer.with(QrBatchPolicy).authorize('create')
    const { text = null, ...facts } = await request.validateUsing(labelPreviewValidator)
    const spec = templateSpecOf({ ...facts, text })
    const template = new LabelTemplate({ key: 'preview', name: 'this sheet', ...spec })
    const logo = facts.hasLogo && tenant.logoKey ? new SymbolLogo(tenant.id, tenant.logoKey) : null
    const lines = linesOf(template.fields, { tenant, batch: BATCH })
    const picture = new LabelPicture(template, lines, EXAMPLE, (await logo?.picture()) ?? null)
    return response.type('image/svg+xml').send(picture.svg())
  }
}
