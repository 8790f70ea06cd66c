import { LabelTooSmallError } from '#app/qr_codes/label_errors'
import type { LabelTemplate } from '#app/qr_codes/label_template'

const POINTS_PER_MM = 72 / 25.4
const QUIET_MODULES = 4
const MIN_MODULE = 0.4 * POINTS_PER_MM
const PRINTER_DOT = 72 / 600

export const CAP_HEIGHT = 0.72

export function points(mm: number): number {
  return mm * POINTS_PER_MM
}

/** Where things lie on a label, in points from its top left corner, for a symbol of so many modules a side. */
export class LabelLayout {
  readonly width: number
  readonly height: number
  readonly isStacked: boolean
  readonly module: number
  readonly symbol: { left: number; top: number; side: number }
  readonly code: { left: number; width: number; baseline: number; size: number }
  readonly words: { left: number; width: number; top: number; height: number }
  readonly phrase: { left: number; width: number; baseline: number; size: number }

  constructor(
    private template: LabelTemplate,
    private modules: number
  ) {
    const { label, inset } = template
    this.width = points(label.width)
    this.height = points(label.height)
    this.isStacked = label.width < 1.5 * label.height

    const [left, top] = [points(inset.x), points(inset.y)]
    const [width, height] = [this.width - 2 * left, this.height - 2 * top]
    const codeSize = Math.min(Math.max(height * (this.isStacked ? 0.085 : 0.13), 8.5), 14)
    const phraseSize = Math.max(codeSize * 0.7, 7)
    const above = this.isStacked ? height * 0.16 : 0
    const below = CAP_HEIGHT * codeSize + (this.isStacked ? 1.5 * phraseSize : 0)
    this.module = this.moduleFor(Math.min(height - above - below, width))

    const quiet = this.module * QUIET_MODULES
    const side = this.module * modules
    const box = side + 2 * quiet
    const slack = (height - above - below - box) / 2
    const boxLeft = this.isStacked ? (this.width - box) / 2 : left
    // Beside its words a symbol looks too low, as its quiet zone is empty and the code below it is not.
    const boxTop = top + above + slack - (this.isStacked ? 0 : Math.min(quiet, top) / 2)
    const baseline = boxTop + box + CAP_HEIGHT * codeSize
    this.symbol = { left: boxLeft + quiet, top: boxTop + quiet, side }

    if (this.isStacked) {
      this.code = { left, width, baseline, size: codeSize }
      this.words = { left, width, top: top + slack, height: above }
      this.phrase = { left, width, baseline: baseline + 1.5 * phraseSize, size: phraseSize }
    } else {
      const column = { left: boxLeft + box, width: width - box }
      this.code = { left: this.symbol.left, width: width - quiet, baseline, size: codeSize }
      this.words = { ...column, top: this.symbol.top, height: side - 1.7 * phraseSize }
      this.phrase = { ...column, baseline: this.symbol.top + side, size: phraseSize }
    }
  }

  private moduleFor(side: number): number {
    const module = side / (this.modules + 2 * QUIET_MODULES)
    if (module < MIN_MODULE) {
      const size = (module / POINTS_PER_MM).toFixed(2)
      throw new LabelTooSmallError(
        `On "${this.template.name}" one square of this QR code would be ${size} mm wide; 0.4 mm is the least`
      )
    }
    // Whole printer dots keep all modules of a symbol the same width on paper.
    return Math.max(Math.floor(module / PRINTER_DOT) * PRINTER_DOT, MIN_MODULE)
  }
}
