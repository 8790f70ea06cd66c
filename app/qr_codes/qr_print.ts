import { Current, type Unit } from '#app/platform/database/current'
import type Tenant from '#app/tenancy/tenant'
import type QrBatch from '#app/qr_codes/qr_batch'
import type { PrintFormat, PrintOrder, Portion } from '#app/qr_codes/qr_batch'
import QrCode from '#app/qr_codes/qr_code'
import { linesOf } from '#app/qr_codes/label_words'
import { phraseOf } from '#app/qr_codes/qr_phrase'
import { newToken, urlOf } from '#app/qr_codes/qr_token'
import { QrSheet } from '#app/qr_codes/qr_sheet'
import type { ArchivedLabel, SymbolFormat } from '#app/qr_codes/symbol_archive'
import { SymbolLogo } from '#app/qr_codes/symbol_logo'

type Printed = { position: number; token: string; short_code: string }

const CHUNK = 1_000

/** A batch on its way to paper. It opens a short unit for each piece: none waits while the sheets are sent. */
export class QrPrint {
  private sheet: QrSheet
  private portion: Portion
  private logo: SymbolLogo | null

  constructor(
    private batch: QrBatch,
    private tenant: Tenant,
    private unit: Unit,
    order: PrintOrder = {}
  ) {
    this.portion = batch.portion(order)
    this.logo = batch.logoKey ? new SymbolLogo(tenant.id, batch.logoKey) : null
    this.sheet = new QrSheet({
      template: batch.labelTemplate,
      title: batch.name,
      lines: linesOf(batch.labelTemplate.fields, { tenant, batch }),
      startAt: this.portion.startAt,
      logo: this.logo,
    })
  }

  fileName(format: PrintFormat = 'pdf') {
    const words = `${this.tenant.slug} ${this.batch.name}`.normalize('NFKD').replace(/[^A-Za-z0-9]+/g, '-')
    return `${words.replace(/^-|-$/g, '').toLowerCase()}${format === 'pdf' ? '.pdf' : `-${format}.zip`}`
  }

  /** Refuses at once what the sheets could not show, instead of half-way through the download. */
  stream() {
    this.sheet.ensureFits(urlOf(newToken(), this.batch.host))
    return this.sheet.stream(this.labels())
  }

  /** What draws pictures is large, and sheets do without. */
  async archive(format: SymbolFormat) {
    const { SymbolArchive } = await import('#app/qr_codes/symbol_archive')
    return new SymbolArchive(format, this.logo).stream(this.labels(format))
  }

  async *labels(format: PrintFormat = 'pdf'): AsyncGenerator<ArchivedLabel> {
    const { firstLabel, lastLabel } = this.portion
    let last = firstLabel - 1
    while (last < lastLabel) {
      const codes = await this.codesAfter(last)
      for (const { position, token, short_code: shortCode } of codes) {
        yield { position, url: urlOf(token, this.batch.host), shortCode, phrase: phraseOf(token) }
      }
      last = codes[codes.length - 1].position
    }
    await Current.run(this.unit, () => this.batch.recordPrint(this.portion, format))
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
