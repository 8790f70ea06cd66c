import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { test } from '@japa/runner'
import { LabelTemplate } from '#app/qr_codes/label_template'
import { QrSheet } from '#app/qr_codes/qr_sheet'
import { labels } from '#tests/bench/qr_labels'
import { LabelReader } from '#tests/label_reader'

const missing = LabelReader.missingTools

test.group('Printed labels', (group) => {
  let folder: string
  group.each.setup(async () => {
    folder = await mkdtemp(join(tmpdir(), 'latchkey-print-'))
    return () => rm(folder, { recursive: true })
  })

  for (const template of LabelTemplate.all) {
    test(`each label of a sheet "${template.key}" reads back, cut out on its own`, async ({ assert }) => {
      const pdf = join(folder, 'sheet.pdf')
      const words = {
        title: 'Proof',
        lines: ['Harbour Heating & Plumbing', 'Scan for service'],
      }
      const count = template.perSheet - 1
      const print = new QrSheet({ template, ...words, startAt: 2 })
      await pipeline(print.stream(labels(count)), createWriteStream(pdf))
      const places = Array.from({ length: count }, (_, index) => index + 2)
      const read = await new LabelReader(template).readPage(pdf, 1, places)
      assert.deepEqual(
        read,
        (await Array.fromAsync(labels(count))).map(({ url }) => url)
      )
    }).skip(missing.length > 0, `pictures of the labels cannot be read: install ${missing.join(' and ')}`)
  }
})
