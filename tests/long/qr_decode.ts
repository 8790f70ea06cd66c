import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { LabelTemplate } from '#app/qr_codes/label_template'
import { QrSheet } from '#app/qr_codes/qr_sheet'
import { labels } from '#tests/bench/qr_labels'
import { LabelReader } from '#tests/label_reader'

// node --import @poppinss/ts-exec tests/long/qr_decode.ts [labels] [template]
// Prints the labels, cuts every one out of a picture of its sheet and reads it back.
const [count = '10000', key = 'a4-24'] = process.argv.slice(2)
const template = LabelTemplate.find(key)
const total = Number(count)
if (LabelReader.missingTools.length > 0) {
  throw new Error(`Install poppler-utils and zbar-tools: ${LabelReader.missingTools.join(', ')} not found`)
}

const folder = await mkdtemp(join(tmpdir(), 'latchkey-decode-'))
const pdf = join(folder, 'sheet.pdf')
const print = new QrSheet({
  template,
  title: 'Decoding proof',
  lines: ['Harbour Heating & Plumbing', 'Scan to request service'],
})
await pipeline(print.stream(labels(total)), createWriteStream(pdf))
const expected = (await Array.fromAsync(labels(total))).map(({ url }) => url)
const reader = new LabelReader(template)
const sheets = template.sheetsFor(total)
const wrong: string[] = []
let next = 0
let done = 0
const say = (line: string) => process.stdout.write(`${line}\n`)

async function readSheets() {
  while (next < sheets) {
    const page = next++
    const wanted = expected.slice(page * template.perSheet, (page + 1) * template.perSheet)
    const read = await reader.readPage(
      pdf,
      page + 1,
      Array.from(wanted, (_, index) => index + 1)
    )
    const isAt = (url: string, index: number) =>
      read.length === wanted.length ? read[index] === url : read.includes(url)
    wrong.push(...wanted.filter((url, index) => !isAt(url, index)).map((url) => `sheet ${page + 1}: ${url}`))
    if (++done % 25 === 0 || done === sheets) say(`${done} of ${sheets} sheets, ${wrong.length} unread`)
  }
}

await Promise.all(Array.from({ length: availableParallelism() }, readSheets))
await rm(folder, { recursive: true })
wrong.forEach(say)
say(`${total - wrong.length} of ${total} labels read back`)
process.exitCode = wrong.length === 0 ? 0 : 1
