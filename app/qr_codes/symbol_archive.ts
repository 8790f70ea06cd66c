import { once } from 'node:events'
import { Readable } from 'node:stream'
import { ZipFile } from 'yazl'
import { csvLine, UTF8_MARK } from '#app/platform/csv'
import type { SheetLabel } from '#app/qr_codes/qr_sheet'
import { grouped } from '#app/qr_codes/short_code'
import { SymbolFile } from '#app/qr_codes/symbol_file'
import type { SymbolLogo, SymbolPicture } from '#app/qr_codes/symbol_logo'

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
    const zip = new ZipFile()
    const output = zip.outputStream as Readable
    zip.on('error', (error: Error) => output.destroy(error))
    this.fill(zip, labels).catch((error: Error) => output.destroy(error))
    return output
  }

  private async fill(zip: ZipFile, labels: AsyncIterable<ArchivedLabel>) {
    const picture = this.logo && (await this.logo.picture())
    const list = [UTF8_MARK + csvLine(['Label', 'File', 'Code', 'Phrase', 'Link'])]
    for await (const label of labels) {
      const code = grouped(label.shortCode)
      const name = `${String(label.position).padStart(5, '0')}-${code}.${this.format}`
      await this.add(zip, name, Readable.from(this.drawn(label, picture)))
      list.push(csvLine([label.position, name, code, label.phrase ?? '', label.url]))
    }
    zip.addBuffer(Buffer.from(list.join('')), 'manifest.csv')
    zip.end()
  }

  /** Resolves when it was sent: a list is read no further than somebody takes what is on it. */
  private async add(zip: ZipFile, name: string, content: Readable) {
    zip.addReadStream(content, name)
    await once(content, 'end')
  }

  private async *drawn(label: ArchivedLabel, picture: SymbolPicture | null) {
    const file = new SymbolFile(label, picture)
    yield this.format === 'svg' ? Buffer.from(file.svg()) : await file.png()
  }
}
