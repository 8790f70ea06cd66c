import { execFileSync } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import sharp from 'sharp'
import { test } from '@japa/runner'
import drive from '@adonisjs/drive/services/main'
import { newId } from '#app/platform/ids'
import { LabelTemplate } from '#app/qr_codes/label_template'
import { QrSheet } from '#app/qr_codes/qr_sheet'
import { symbolOf } from '#app/qr_codes/symbol'
import { SymbolArchive, type SymbolFormat } from '#app/qr_codes/symbol_archive'
import { SymbolLogo } from '#app/qr_codes/symbol_logo'
import { labels } from '#tests/bench/qr_labels'
import { LabelReader } from '#tests/label_reader'
import { readZip } from '#tests/zip_reader'

const missing = LabelReader.missingTools
const unreadable = `symbols cannot be read: install ${missing.join(' and ')}`

async function* numbered(count: number) {
  let position = 0
  for await (const label of labels(count)) yield { ...label, position: ++position, phrase: 'brave otter' }
}
const archive = async (format: SymbolFormat, logo: SymbolLogo | null, count = 3) =>
  readZip(await buffer(new SymbolArchive(format, logo).stream(numbered(count))))

/** A busy dark picture, so that whatever it covers is lost. */
async function makeLogo() {
  const [tenantId, key] = [newId(), `${'ab'.repeat(16)}.png`]
  const pixels = Buffer.from(Array.from({ length: 64 * 64 * 3 }, (_, at) => (at % 7 ? 20 : 200)))
  const png = await sharp(pixels, { raw: { width: 64, height: 64, channels: 3 } })
    .png()
    .toBuffer()
  await drive.use().put(`logos/${tenantId}/${key}`, png)
  return new SymbolLogo(tenantId, key)
}

test.group('Symbol archive', (group) => {
  let folder: string
  group.each.setup(async () => {
    folder = await mkdtemp(join(tmpdir(), 'latchkey-symbols-'))
    return () => rm(folder, { recursive: true })
  })

  const read = async (picture: Buffer) => {
    const file = join(folder, 'symbol.png')
    await writeFile(file, picture)
    return execFileSync('zbarimg', ['--quiet', '--raw', file], { stdio: 'pipe' }).toString().trim()
  }

  test('holds a file for each symbol, in order, and a list that names them', async ({ assert }) => {
    const files = await archive('svg', null)
    const names = [...files.keys()]
    assert.lengthOf(names, 4)
    for (const [index, name] of names.slice(0, 3).entries()) {
      assert.match(name, new RegExp(`^0000${index + 1}-[0-9A-Z]{4}-[0-9A-Z]{4}\\.svg$`))
      assert.match(files.get(name)!.toString(), /brave otter<\/text>/)
    }
    const lines = files.get('manifest.csv')!.toString().trim().split('\r\n')
    const [first] = await Array.fromAsync(numbered(1))
    assert.lengthOf(lines, 4)
    assert.equal(lines[1].split(',')[1], names[0])
    assert.include(lines[1], first.url)
  })

  test('raises the error correction where a logo covers the middle', async ({ assert }) => {
    const [{ url }] = await Array.fromAsync(numbered(1))
    assert.isAbove(symbolOf(url, { hasLogo: true }).size, symbolOf(url).size)
  })

  for (const format of ['svg', 'png'] as const) {
    test(`reads back from ${format} files, with a logo and without`, async ({ assert }) => {
      const urls = (await Array.fromAsync(numbered(3))).map(({ url }) => url)
      for (const logo of [null, await makeLogo()]) {
        const files = [...(await archive(format, logo)).entries()].filter(([name]) => name.endsWith(format))
        const seen = []
        for (const [, content] of files)
          seen.push(await read(await sharp(content, { density: 900 }).png().toBuffer()))
        assert.deepEqual(seen, urls)
      }
    }).skip(missing.length > 0, unreadable)
  }

  test('has the same logo on printed sheets, and they read back', async ({ assert }) => {
    const template = LabelTemplate.find('a4-24')
    const pdf = join(folder, 'sheet.pdf')
    const print = new QrSheet({ template, title: 'Proof', lines: ['Harbour'], logo: await makeLogo() })
    await pipeline(print.stream(labels(24)), createWriteStream(pdf))
    const places = Array.from({ length: 24 }, (_, index) => index + 1)
    const seen = await new LabelReader(template).readPage(pdf, 1, places)
    assert.deepEqual(
      seen,
      (await Array.fromAsync(labels(24))).map(({ url }) => url)
    )
  }).skip(missing.length > 0, unreadable)
})
