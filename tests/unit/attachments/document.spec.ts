import { join } from 'node:path'
import { tmpdir } from 'node:os'
import { crc32 } from 'node:zlib'
import { test } from '@japa/runner'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { FileTooLargeError, ScriptedDocumentError } from '#app/attachments/errors'
import { Document } from '#app/attachments/document'
import { aDocx, PDF, relation, zipOf } from '#tests/document_factories'

async function read(content: Buffer) {
  const folder = await mkdtemp(join(tmpdir(), 'document-'))
  const path = join(folder, 'document')
  try {
    await writeFile(path, content)
    return await Document.read(path)
  } finally {
    await rm(folder, { recursive: true })
  }
}

type Parts = Record<string, string>

/** Its last part is there for whoever reads on, and not for whoever counts. */
async function countingOneLess(parts: Parts) {
  const archive = await aDocx(parts)
  const end = archive.length - 22
  for (const at of [end + 8, end + 10]) archive.writeUInt16LE(archive.readUInt16LE(at) - 1, at)
  return archive
}

/** A second name for its last part, in a field of its own. */
async function namedTwice(parts: Parts) {
  const archive = await aDocx(parts)
  const end = archive.length - 22
  const last = archive.lastIndexOf('PK\x01\x02')
  const name = archive.subarray(last + 46, last + 46 + archive.readUInt16LE(last + 28))
  const more = Buffer.alloc(9)
  more.writeUInt16LE(0x7075, 0)
  more.writeUInt16LE(5 + 5, 2)
  more.writeUInt8(1, 4)
  more.writeUInt32LE(crc32(name), 5)
  const extra = Buffer.concat([more, Buffer.from('x.txt')])
  archive.writeUInt16LE(extra.length, last + 30)
  const at = last + 46 + name.length
  const [before, after] = [archive.subarray(0, at), archive.subarray(at)]
  archive.writeUInt32LE(archive.readUInt32LE(end + 12) + extra.length, end + 12)
  return Buffer.concat([before, extra, after])
}

/** Its last part says that it holds less than comes out of it. */
async function smallerThanItIs(parts: Parts) {
  const archive = await aDocx(parts)
  archive.writeUInt32LE(10, archive.lastIndexOf('PK\x01\x02') + 24)
  return archive
}

const OPEN_XML = 'application/vnd.openxmlformats-officedocument'

const ELSEWHERE = 'Type="http://schemas.example/attachedTemplate" Target="http://203.0.113.9/x"'
/** A template elsewhere, written so that a careless reader sees none, or takes it for a link. */
const DISGUISES = {
  'behind a sign that ends a tag': `<Relationship Id="a>b" ${ELSEWHERE} TargetMode="External"/>`,
  'under a long name': `<${'a'.repeat(60)}:Relationship ${ELSEWHERE} TargetMode="External"/>`,
  'under a name with a dash': `<a-b:Relationship ${ELSEWHERE} TargetMode="External"/>`,
  'with a link within a value': `<Relationship Id='Type="x/hyperlink"' ${ELSEWHERE} TargetMode="External"/>`,
  'with a link after it': `<Relationship ${ELSEWHERE} TargetMode="External"/> Type="x/hyperlink"`,
  'as a word of its own': `<!DOCTYPE r [<!ENTITY e "External">]><Relationship ${ELSEWHERE} TargetMode="&e;"/>`,
  'with a gap': `<Relationship ${ELSEWHERE} TargetMode = ' External '/>`,
  'with a tag that never ends': `<Relationship Id="a<b" ${ELSEWHERE} TargetMode="External"/>`,
}

test.group('Document', () => {
  test('is known by what is in it', async ({ assert }) => {
    const types = '[Content_Types].xml'
    const text = 'application/vnd.oasis.opendocument.text'
    const KNOWN: [Buffer, string, string][] = [
      [PDF, 'application/pdf', 'document.pdf'],
      [await aDocx(), `${OPEN_XML}.wordprocessingml.document`, 'document.docx'],
      [
        await zipOf({ [types]: '<Types/>', 'xl/workbook.xml': '' }),
        `${OPEN_XML}.spreadsheetml.sheet`,
        'document.xlsx',
      ],
      [
        await zipOf({ [types]: '<Types/>', 'ppt/presentation.xml': '' }),
        `${OPEN_XML}.presentationml.presentation`,
        'document.pptx',
      ],
      [await zipOf({ mimetype: text, 'content.xml': '' }), text, 'document.odt'],
    ]
    for (const [content, contentType, file] of KNOWN) {
      const document = await read(content)
      assert.deepEqual([document?.contentType, document?.sizeBytes], [contentType, content.length])
      assert.equal(Document.fileOf(contentType), file)
    }
  })

  test('is nothing that only looks like one', async ({ assert }) => {
    const OTHER = {
      'any archive': await zipOf({ 'readme.txt': 'Hello' }),
      'a program for Java': await zipOf({ 'META-INF/MANIFEST.MF': '', 'word/document.xml': '' }),
      'a text that names itself later': await zipOf({
        'content.xml': '',
        mimetype: 'application/vnd.oasis.opendocument.text',
      }),
      'another kind of the same family': await zipOf({ mimetype: 'application/vnd.oasis.opendocument.base' }),
      'an archive cut off': (await aDocx()).subarray(0, 200),
      'an archive with a macro behind the last of its parts': await countingOneLess({
        'word/vbaProject.bin': 'x',
      }),
      'an archive with a name that only some go by': await namedTwice({ 'word/vbaProject.bin': 'x' }),
      'an archive of endlessly many parts': await zipOf({
        ...Object.fromEntries(Array.from({ length: 10_001 }, (_, at) => [`${at}.xml`, ''])),
        'word/document.xml': '',
      }),
      'an old document of Word': Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      'a page': Buffer.from(`<script>alert(1)</script>${PDF}`),
      nothing: Buffer.alloc(0),
    }
    for (const [what, content] of Object.entries(OTHER)) assert.isNull(await read(content), what)
    const macros = await aDocx({
      '[Content_Types].xml': '<Types ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/>',
    })
    assert.isNull(await read(macros))
  })

  test('is refused where it runs, carries or fetches something', async ({ assert }) => {
    const across = Buffer.concat([PDF, Buffer.alloc(65_536 - PDF.length - 5, 32), Buffer.from('/JavaScript')])
    const ACTIVE = {
      'a script, across two pieces': across,
      'a macro': await aDocx({ 'word/vbaProject.bin': 'x' }),
      'a macro behind a backslash': await aDocx({ 'word\\vbaProject.bin': 'x' }),
      'a control': await aDocx({ 'word/activeX/activeX1.bin': 'x' }),
      'a file within': await aDocx({ 'word/embeddings/oleObject1.bin': 'x' }),
      'a template elsewhere': await aDocx({
        'word/_rels/settings.xml.rels': relation('attachedTemplate', 'External'),
      }),
      'the same, hidden in letters by number': await aDocx({
        'word/_rels/settings.xml.rels': relation('attachedTemplate', '&#69;xternal'),
      }),
      'the same, in another encoding': await aDocx({
        'word/_rels/settings.xml.rels': Buffer.from(
          relation('attachedTemplate', 'External'),
          'utf16le'
        ).toString('utf8'),
      }),
      ...Object.fromEntries(
        await Promise.all(
          Object.entries(DISGUISES).map(
            async ([what, rels]) =>
              [`the same, ${what}`, await aDocx({ 'word/_rels/settings.xml.rels': rels })] as const
          )
        )
      ),
      'relations that unpack beyond measure': await aDocx({
        'word/_rels/settings.xml.rels': ' '.repeat(300_000),
      }),
      'relations that are larger than they say': await smallerThanItIs({
        'word/_rels/settings.xml.rels': ' '.repeat(200_000),
      }),
      'a macro of OpenDocument': await zipOf({
        mimetype: 'application/vnd.oasis.opendocument.text',
        'Basic/Standard/Module1.xml': '',
      }),
    }
    for (const [what, content] of Object.entries(ACTIVE)) {
      const error = await read(content).catch((caught: unknown) => caught)
      assert.instanceOf(error, ScriptedDocumentError, what)
    }
  })

  test('is taken where it only leads somewhere, as office programs write it', async ({ assert }) => {
    const rels = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
      <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
        <Relationship Id="rId1" Type="http://schemas.example/relationships/styles" Target="styles.xml"/>
        <Relationship Id="rId2" Type="http://schemas.example/relationships/hyperlink" Target="https://example.com/?a=1&amp;b=2" TargetMode="External"/>
      </Relationships>`
    assert.isNotNull(await read(await aDocx({ 'word/_rels/document.xml.rels': rels })))
  })

  test('is refused beyond 10 MB', async ({ assert }) => {
    const large = Buffer.concat([PDF, Buffer.alloc(10 * 1024 * 1024, 32)])
    await assert.rejects(() => read(large), FileTooLargeError)
    await assert.rejects(
      async () => read(Buffer.concat([await aDocx(), Buffer.alloc(10 * 1024 * 1024)])),
      FileTooLargeError
    )
  })
})
