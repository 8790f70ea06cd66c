import { execFile, execFileSync } from 'node:child_process'
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { LabelTemplate } from '#app/qr_codes/label_template'

const DPI = 300
const run = promisify(execFile)
const pixels = (mm: number) => Math.round((mm * DPI) / 25.4)

/** Reads printed labels as a phone would: each one on its own, from a picture of the sheet. */
export class LabelReader {
  static get missingTools(): string[] {
    return ['pdftoppm', 'zbarimg'].filter((tool) => !isInstalled(tool))
  }

  constructor(private template: LabelTemplate) {}

  /** What the labels of a page say, in their order; an unread label is missing from the answer. */
  async readPage(pdf: string, page: number, places: number[]): Promise<string[]> {
    const folder = await mkdtemp(join(tmpdir(), 'latchkey-labels-'))
    try {
      const sides = ['-f', page, '-l', page].map(String)
      await run('pdftoppm', ['-gray', '-r', String(DPI), ...sides, pdf, join(folder, 'page')])
      const [picture] = await readdir(folder)
      const sheet = parsePgm(await readFile(join(folder, picture)))
      const files = places.map((place) => join(folder, `label-${String(place).padStart(3, '0')}.pgm`))
      await Promise.all(files.map((file, index) => writeFile(file, this.cut(sheet, places[index]))))
      const { stdout } = await run('zbarimg', ['--quiet', '--raw', '-Sdisable', '-Sqrcode.enable', ...files])
      return stdout.trim().split('\n')
    } finally {
      await rm(folder, { recursive: true })
    }
  }

  private cut(sheet: Picture, place: number): Buffer {
    const { left, top } = this.template.place(place)
    const [x, y] = [pixels(left), pixels(top)]
    const width = Math.min(pixels(this.template.label.width), sheet.width - x)
    const height = Math.min(pixels(this.template.label.height), sheet.height - y)
    const rows = Array.from({ length: height }, (_, row) => {
      const start = (y + row) * sheet.width + x
      return sheet.grey.subarray(start, start + width)
    })
    return Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`), ...rows])
  }
}

type Picture = { width: number; height: number; grey: Buffer }

function parsePgm(file: Buffer): Picture {
  const header = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(file.subarray(0, 64).toString('latin1'))
  if (!header) throw new Error('pdftoppm wrote no grey picture')
  return { width: Number(header[1]), height: Number(header[2]), grey: file.subarray(header[0].length) }
}

function isInstalled(tool: string): boolean {
  try {
    execFileSync('which', [tool], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
