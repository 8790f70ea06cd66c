import { Readable } from 'node:stream'
import { DateTime } from 'luxon'
import { csvLine, UTF8_MARK } from '#app/platform/csv'
import type { SheetLabel } from '#app/qr_codes/qr_sheet'
import { grouped } from '#app/qr_codes/short_code'
import { SymbolFile } from '#app/qr_codes/symbol_file'
import type { SymbolLogo } from '#app/qr_codes/symbol_logo'
import { ZipWriter } from '#app/qr_codes/zip_writer'

export const SYMBOL_FORMATS = ['svg', 'png'] as const
export type SymbolFormat = (typeof SYMBOL_FORMATS)[number]
export type ArchivedLabel = SheetLabel & { position: number }

/** Symbols one by one for a print shop, with a list of them: a ZIP that is sent file by file. */
export class SymbolArchive {
  constructor(
    private format: SymbolFormat,
    private logo: SymbolLogo | null
  ) {}

  stream(labels: AsyncIterable<ArchivedLabel>): Readable {
    return Readable.from(this.write(labels), { objectMode: false })
  }

  private async *write(labels: AsyncIterable<ArchivedLabel>): AsyncGenerator<Buffer> {
    const zip = new ZipWriter(DateTime.utc().toJSDate())
    const picture = this.logo && (await this.logo.picture())
    const list = [UTF8_MARK + csvLine(['Label', 'File', 'Code', 'Phrase', 'Link'])]
    for await (const label of labels) {
      const code = grouped(label.shortCode)
      const name = `${String(label.position).padStart(5, '0')}-${code}.${this.format}`
      const file = new SymbolFile(label, picture)
      yield zip.file(name, this.format === 'svg' ? file.svg() : await file.png())
      list.push(csvLine([label.position, name, code, label.phrase ?? '', label.url]))
    }
    yield zip.file('manifest.csv', Buffer.from(list.join('')))
    yield zip.end()
  }
}
