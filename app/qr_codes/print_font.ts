/** Advance widths in thousandths of the size, for Windows-1252 from 32 on. */
const HELVETICA = `
  278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556
  556 278 278 584 584 584 556 1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 667
  778 722 667 611 722 667 944 667 667 611 278 278 278 469 556 333 556 556 500 556 556 278 556 556 222
  222 500 222 833 556 556 556 556 333 500 278 556 500 722 500 500 500 334 260 334 584 350 556 350 222
  556 333 1000 556 556 333 1000 667 333 1000 350 611 350 350 222 222 333 333 350 556 1000 333 1000
  500 333 944 350 500 667 278 333 556 556 556 556 260 556 333 737 370 556 584 333 737 333 400 584 333
  333 333 556 537 278 333 333 365 556 834 834 834 611 667 667 667 667 667 667 1000 722 667 667 667
  667 278 278 278 278 722 722 778 778 778 778 778 584 778 722 722 722 722 667 667 611 556 556 556 556
  556 556 889 500 556 556 556 556 278 278 278 278 556 556 556 556 556 556 556 584 611 556 556 556 556
  500 556 500
`
const HELVETICA_BOLD = `
  278 333 474 556 556 889 722 238 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556
  556 333 333 584 584 584 611 975 722 722 722 722 667 611 778 722 278 556 722 611 833 722 778 667 778
  722 667 611 722 667 944 667 667 611 333 278 333 584 556 333 556 611 556 611 556 333 611 611 278 278
  556 278 889 611 611 611 611 389 556 333 611 556 778 556 556 500 389 280 389 584 350 556 350 278 556
  500 1000 556 556 333 1000 667 333 1000 350 611 350 350 278 278 500 500 350 556 1000 333 1000 556
  333 944 350 500 667 278 333 556 556 556 556 280 556 333 737 370 556 584 333 737 333 400 584 333 333
  333 611 556 278 333 333 365 556 834 834 834 611 722 722 722 722 722 722 1000 722 667 667 667 667
  278 278 278 278 722 722 778 778 778 778 778 584 778 722 722 722 722 667 667 611 556 556 556 556 556
  556 889 556 556 556 556 556 278 278 278 278 611 611 611 611 611 611 611 584 611 611 611 611 611 556
  611 556
`

const ELLIPSIS = '\x85'
const EASY_TO_READ = 9

/** One of the fonts that every PDF reader brings along. Texts are in Windows-1252, one character a byte. */
export class PrintFont {
  static readonly regular = new PrintFont('R', HELVETICA)
  static readonly bold = new PrintFont('B', HELVETICA_BOLD)

  private widths: number[]

  private constructor(
    readonly resource: 'R' | 'B',
    widths: string
  ) {
    this.widths = widths.trim().split(/\s+/).map(Number)
  }

  measure(text: string, size: number, spacing = 0): number {
    let width = 0
    for (let at = 0; at < text.length; at++) width += this.widths[text.charCodeAt(at) - 32]
    return (width * size) / 1000 + spacing * Math.max(text.length - 1, 0)
  }

  /** One line while it is easy to read, else the largest size that keeps to `most` lines, else cut short. */
  fit(text: string, sizes: number[], width: number, most: number) {
    const isIn = (lines: number) => (size: number) =>
      this.keeps(this.wrap(text, size, width), size, width, lines)
    const inOne = sizes.find((size) => size >= EASY_TO_READ && isIn(1)(size))
    const size = inOne ?? sizes.find(isIn(most)) ?? sizes[sizes.length - 1]
    const lines = this.wrap(text, size, width)
    const kept = this.keeps(lines, size, width, most) ? lines : this.shorten(lines, size, width, most)
    return { font: this, size, lines: text ? kept : [] }
  }

  private wrap(text: string, size: number, width: number): string[] {
    const lines: string[] = []
    for (const word of text.split(' ')) {
      const last = lines.length - 1
      const longer = `${lines[last]} ${word}`
      if (last >= 0 && this.measure(longer, size) <= width) lines[last] = longer
      else lines.push(word)
    }
    return lines
  }

  private keeps(lines: string[], size: number, width: number, most: number): boolean {
    return lines.length <= most && lines.every((line) => this.measure(line, size) <= width)
  }

  private shorten(lines: string[], size: number, width: number, most: number): string[] {
    const whole = lines.slice(0, most - 1).filter((line) => this.measure(line, size) <= width)
    let rest = lines.slice(whole.length).join(' ')
    while (rest && this.measure(rest + ELLIPSIS, size) > width) rest = rest.slice(0, -1).trimEnd()
    return [...whole, rest + ELLIPSIS]
  }
}
