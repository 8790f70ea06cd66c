import { deflateSync } from 'node:zlib'

type Size = { width: number; height: number }

const FONTS = { R: 'Helvetica', B: 'Helvetica-Bold' }
const CATALOG = 1
const PAGES = 2
const INFO = 3
const RESOURCES = 4

/** A PDF file in the order it is sent: every method returns the bytes to send next and keeps none of them. */
export class PdfWriter {
  private offsets: number[] = []
  private written = 0
  private pages: number[] = []
  private forms = new Map<string, number>()

  constructor(
    private title: string,
    private paper: Size
  ) {
    this.offsets.length = RESOURCES
  }

  header(): Buffer {
    return this.emit(latin1('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n'))
  }

  page(deflated: Buffer): Buffer[] {
    const content = this.reserve()
    const page = this.reserve()
    this.pages.push(page)
    return [
      ...this.stream(content, '', deflated),
      this.object(page, `<< /Type /Page /Parent ${PAGES} 0 R /Contents ${content} 0 R >>`),
    ]
  }

  /** A drawing that pages show by its name, as often as they like. */
  form(name: string, { width, height }: Size, content: string): Buffer[] {
    const form = this.reserve()
    this.forms.set(name, form)
    const box = `/BBox [0 0 ${pdfNumber(width)} ${pdfNumber(height)}]`
    const dictionary = `/Type /XObject /Subtype /Form ${box} /Resources << ${fontResources()} >>`
    return this.stream(form, dictionary, deflateSync(latin1(content)))
  }

  /** A square picture, shown by its name like a drawing. */
  image(name: string, { side, rgb }: { side: number; rgb: Buffer }): Buffer[] {
    const image = this.reserve()
    this.forms.set(name, image)
    const size = `/Width ${side} /Height ${side} /ColorSpace /DeviceRGB /BitsPerComponent 8`
    return this.stream(image, `/Type /XObject /Subtype /Image ${size}`, deflateSync(rgb))
  }

  end(): Buffer {
    const kids = this.pages.map((page) => `${page} 0 R`).join(' ')
    const box = `/MediaBox [0 0 ${pdfNumber(this.paper.width)} ${pdfNumber(this.paper.height)}]`
    const forms = [...this.forms].map(([name, form]) => `/${name} ${form} 0 R`).join(' ')
    // A reader that "fits to page" would move every label off its die-cut place.
    const preferences = '/ViewerPreferences << /PrintScaling /None /Duplex /Simplex /DisplayDocTitle true >>'
    return Buffer.concat([
      this.object(RESOURCES, `<< ${fontResources()} /XObject << ${forms} >> >>`),
      this.object(
        PAGES,
        `<< /Type /Pages /Count ${this.pages.length} ${box} /Resources ${RESOURCES} 0 R /Kids [${kids}] >>`
      ),
      this.object(INFO, `<< /Title ${pdfUnicode(this.title)} /Producer (Latchkey) >>`),
      this.object(CATALOG, `<< /Type /Catalog /Pages ${PAGES} 0 R ${preferences} >>`),
      this.trailer(),
    ])
  }

  private reserve(): number {
    return this.offsets.push(0)
  }

  private stream(id: number, dictionary: string, deflated: Buffer): Buffer[] {
    const head = `${id} 0 obj\n<< ${dictionary} /Filter /FlateDecode /Length ${deflated.length} >>\nstream\n`
    this.offsets[id - 1] = this.written
    return [latin1(head), deflated, latin1('\nendstream\nendobj\n')].map((part) => this.emit(part))
  }

  private object(id: number, body: string): Buffer {
    this.offsets[id - 1] = this.written
    return this.emit(latin1(`${id} 0 obj\n${body}\nendobj\n`))
  }

  private trailer(): Buffer {
    const size = this.offsets.length + 1
    const places = this.offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
    return latin1(
      `xref\n0 ${size}\n0000000000 65535 f \n${places}` +
        `trailer\n<< /Size ${size} /Root ${CATALOG} 0 R /Info ${INFO} 0 R >>\nstartxref\n${this.written}\n%%EOF\n`
    )
  }

  private emit(chunk: Buffer): Buffer {
    this.written += chunk.length
    return chunk
  }
}

function fontResources(): string {
  const fonts = Object.entries(FONTS).map(
    ([name, family]) =>
      `/${name} << /Type /Font /Subtype /Type1 /BaseFont /${family} /Encoding /WinAnsiEncoding >>`
  )
  return `/Font << ${fonts.join(' ')} >>`
}

export function latin1(text: string): Buffer {
  return Buffer.from(text, 'latin1')
}

export function pdfNumber(value: number): string {
  return String(Number(value.toFixed(3)))
}

/** Text to show: one byte a letter, as the fonts read it. */
export function pdfString(text: string): string {
  return `(${text.replace(/[\\()]/g, '\\$&')})`
}

/** Text of a document property, which takes any script. */
export function pdfUnicode(text: string): string {
  return `<${Buffer.from(`\ufeff${text}`, 'utf16le').swap16().toString('hex')}>`
}
