import { setImmediate as nextTurn } from 'node:timers/promises'
import { inflateSync } from 'node:zlib'
import { test } from '@japa/runner'
import { LabelTemplate } from '#app/qr_codes/label_template'
import { QrSheet } from '#app/qr_codes/qr_sheet'
import { labels } from '#tests/bench/qr_labels'

const template = LabelTemplate.find('a4-24')
const words = {
  title: 'Batch 12',
  lines: ['Harbour Heating & Plumbing', 'Scan for service'],
}
const sheet = (options: { template?: LabelTemplate; startAt?: number; lines?: string[] } = {}) =>
  new QrSheet({ template, ...words, ...options })

async function print(one: QrSheet, count: number): Promise<Buffer> {
  return Buffer.concat(await Array.fromAsync(one.stream(labels(count)) as AsyncIterable<Buffer>))
}

function streamsOf(pdf: Buffer): string[] {
  const text = pdf.toString('latin1')
  return [...text.matchAll(/\/Length (\d+) >>\nstream\n/g)].map(({ 0: head, 1: length, index }) => {
    const start = index + head.length
    return inflateSync(pdf.subarray(start, start + Number(length))).toString('latin1')
  })
}

const codesOf = (content: string) =>
  [...content.matchAll(/\(([0-9A-Z]{4}-[0-9A-Z]{4})\) Tj/g)].map(([, code]) => code)

test.group('QR sheet | file', () => {
  test('every object lies where the table of the file says', async ({ assert }) => {
    const pdf = (await print(sheet(), 50)).toString('latin1')
    const table = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(pdf)?.[1])
    const entries = [...pdf.slice(table).matchAll(/^(\d{10}) 00000 n $/gm)].map(([, offset]) =>
      Number(offset)
    )
    assert.isTrue(pdf.startsWith('%PDF-1.7\n'))
    assert.equal(pdf.slice(table, table + 5), 'xref\n')
    assert.isNotEmpty(entries)
    for (const [index, offset] of entries.entries()) {
      assert.isTrue(pdf.startsWith(`${index + 1} 0 obj\n`, offset), `object ${index + 1}`)
    }
  })

  test('it is vectors and text only, to be printed at its own size', async ({ assert }) => {
    const pdf = (await print(sheet(), 3)).toString('latin1')
    assert.notInclude(pdf, '/Image')
    assert.include(pdf, '/PrintScaling /None')
    assert.include(pdf, '/MediaBox [0 0 595.276 841.89]')
    const [page] = streamsOf(await print(sheet(), 3))
    assert.notMatch(page, /\bBI\b/)
    assert.lengthOf(page.match(/^f Q$/gm) ?? [], 3)
  })

  test('each label bears its short code, in groups, and its phrase', async ({ assert }) => {
    const [page] = streamsOf(await print(sheet(), 5))
    const expected = (await Array.fromAsync(labels(5))).map(({ shortCode }) =>
      shortCode.replace(/^(.{4})/, '$1-')
    )
    assert.deepEqual(codesOf(page), expected)
    assert.lengthOf(page.match(/\(amber falcon\) Tj/g) ?? [], 5)
  })

  test('the company name is in the file once, however many labels', async ({ assert }) => {
    const streams = streamsOf(await print(sheet({ lines: ['Söhne (1980)', 'Scan for service'] }), 60))
    assert.lengthOf(
      streams.filter((stream) => stream.includes('(S\xf6hne \\(1980\\)) Tj')),
      1
    )
  })

  test('the same labels print the same file again', async ({ assert }) => {
    assert.isTrue((await print(sheet(), 30)).equals(await print(sheet(), 30)))
  })

  test('a full sheet is followed by another, and a part-used one is filled first', async ({ assert }) => {
    const pages = async (count: number, startAt?: number) =>
      streamsOf(await print(sheet({ startAt }), count))
        .map((content) => codesOf(content).length)
        .filter((codes) => codes > 0)
    assert.deepEqual(await pages(24), [24])
    assert.deepEqual(await pages(25), [24, 1])
    assert.deepEqual(await pages(25, 24), [1, 24])
  })

  test('the first label lies on the place that was asked for', async ({ assert }) => {
    const [page] = streamsOf(await print(sheet({ startAt: 5 }), 1))
    const { left, top } = template.place(5)
    const [, x, y] = /^q 1 0 0 1 (\S+) (\S+) cm/.exec(page) ?? []
    assert.closeTo(Number(x), (left * 72) / 25.4, 0.001)
    assert.closeTo(Number(y), ((297 - top - 33.9) * 72) / 25.4, 0.001)
  })

  test('no labels make one empty page, which every reader opens', async ({ assert }) => {
    assert.include((await print(sheet(), 0)).toString('latin1'), '/Count 1 ')
  })
})

test.group('QR sheet | refusals', () => {
  test('a start outside the sheet is refused at once', ({ assert }) => {
    assert.throws(() => sheet({ startAt: 25 }), 'Label 25 is not on this sheet of 24 labels')
  })

  test('an address too long for the label is refused before anything is sent', ({ assert }) => {
    const small = sheet({ template: LabelTemplate.find('letter-30') })
    small.ensureFits(`HTTPS://SERVICE.A-RATHER-LONG-NAME.EXAMPLE/Q/${'7'.repeat(26)}`)
    try {
      small.ensureFits(`https://${'long-'.repeat(40)}.example/q/`)
      assert.fail('It was accepted')
    } catch (error) {
      assert.equal((error as { code?: string }).code, 'E_QR_LABEL_TOO_SMALL')
      assert.equal((error as { status?: number }).status, 422)
    }
  })

  test('an address that is not upper case is printed all the same', async ({ assert }) => {
    async function* one() {
      yield { url: 'http://[::1]:3333/q/7zqk2m9f4rx0w8v5t1b3n6hjcd', shortCode: 'K7Q29F4M' }
    }
    const pdf = Buffer.concat(await Array.fromAsync(sheet().stream(one()) as AsyncIterable<Buffer>))
    assert.deepEqual(codesOf(streamsOf(pdf)[0]), ['K7Q2-9F4M'])
  })
})

test.group('QR sheet | stream', () => {
  test('pages are sent while later labels are still being read', async ({ assert }) => {
    let read = 0
    async function* endless() {
      for await (const label of labels(Number.MAX_SAFE_INTEGER)) {
        read++
        yield label
      }
    }
    const stream = sheet().stream(endless())
    let received = 0
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      received += chunk.length
      if (received > 50_000) break
    }
    assert.isBelow(read, 24 * 30)
  })

  test('a reader that goes away closes the source of the labels', async ({ assert }) => {
    const closed = Promise.withResolvers<string>()
    const begun = Promise.withResolvers<void>()
    async function* source() {
      try {
        begun.resolve()
        yield* labels(100_000)
      } finally {
        closed.resolve('closed')
      }
    }
    const stream = sheet().stream(source())
    stream.resume()
    await begun.promise
    stream.destroy()
    assert.equal(await closed.promise, 'closed')
  })

  test('a source that fails fails the stream with its own error', async ({ assert }) => {
    async function* broken() {
      yield* labels(30)
      throw new Error('The database went away')
    }
    await assert.rejects(
      () => Array.fromAsync(sheet().stream(broken()) as AsyncIterable<Buffer>),
      'The database went away'
    )
  })

  test('other work gets its turn between the pages', async ({ assert }) => {
    let turns = 0
    let isOver = false
    const counting = (async () => {
      while (!isOver) {
        await nextTurn()
        turns++
      }
    })()
    await print(sheet(), 24 * 10)
    isOver = true
    await counting
    assert.isAtLeast(turns, 9)
  })
})
