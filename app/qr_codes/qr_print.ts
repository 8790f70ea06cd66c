import { Current, type Unit } from '#app/platform/database/current'
import type Tenant from '#app/tenancy/tenant'
import type QrBatch from '#app/qr_codes/qr_batch'
import type { PrintOrder, Portion } from '#app/qr_codes/qr_batch'
import QrCode from '#app/qr_codes/qr_code'
import { phraseOf } from '#app/qr_codes/qr_phrase'
import { newToken, urlOf } from '#app/qr_codes/qr_token'
import { QrSheet, type SheetLabel } from '#app/qr_codes/qr_sheet'

type Printed = { position: number; token: string; short_code: string }

const CHUNK = 1_000
const CALL = 'Scan to request service'

/** A batch on its way to paper. It opens a short unit for each piece: none waits while the sheets are sent. */
export class QrPrint {
  private sheet: QrSheet
  private portion: Portion

  constructor(
    private batch: QrBatch,
    private tenant: Tenant,
    private unit: Unit,
    order: PrintOrder = {}
  ) {
    this.portion = batch.portion(order)
    this.sheet = new QrSheet({
      template: batch.labelTemplate,
      title: batch.name,
      companyName: tenant.name,
      callToAction: batch.isDemo ? `DEMO – ${CALL}` : CALL,
      startAt: this.portion.startAt,
    })
  }

  get fileName() {
    const words = `${this.tenant.slug} ${this.batch.name}`.normalize('NFKD').replace(/[^A-Za-z0-9]+/g, '-')
    return `${words.replace(/^-|-$/g, '').toLowerCase()}.pdf`
  }

  /** Refuses at once what the sheets could not show, instead of half-way through the download. */
  stream() {
    this.sheet.ensureFits(urlOf(newToken(), this.batch.host))
    return this.sheet.stream(this.labels())
  }

  async *labels(): AsyncGenerator<SheetLabel> {
    const { firstLabel, lastLabel } = this.portion
    let last = firstLabel - 1
    while (last < lastLabel) {
      const codes = await this.codesAfter(last)
      for (const { token, short_code: shortCode } of codes) {
        yield { url: urlOf(token, this.batch.host), shortCode, phrase: phraseOf(token) }
      }
      last = codes[codes.length - 1].position
    }
    await Current.run(this.unit, () => this.batch.recordPrint(this.portion))
  }

  private codesAfter(position: number): Promise<Printed[]> {
    return Current.run(this.unit, () =>
      QrCode.query()
        .pojo<Printed>()
        .select('position', 'token', 'short_code')
        .where('qrBatchId', this.batch.id)
        .where('position', '>', position)
        .where('position', '<=', this.portion.lastLabel)
        .orderBy('position')
        .limit(CHUNK)
    )
  }
}
