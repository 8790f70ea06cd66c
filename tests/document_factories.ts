import { buffer } from 'node:stream/consumers'
import yazl from 'yazl'

export const PDF = Buffer.from('%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\n%%EOF\n')

const OPEN_XML = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

/** An archive of these parts, in their order. */
export async function zipOf(parts: Record<string, string>) {
  const archive = new yazl.ZipFile()
  for (const [name, content] of Object.entries(parts))
    archive.addBuffer(Buffer.from(content), name, { compress: name !== 'mimetype' && content !== '' })
  archive.end()
  return buffer(archive.outputStream)
}

export const relation = (type: string, mode: string) =>
  `<Relationships><Relationship Id="r1" Type="http://schemas.example/${type}" Target="http://203.0.113.9/x" TargetMode="${mode}"/></Relationships>`

/** A document of Word, with more or other parts. */
export const aDocx = (parts: Record<string, string> = {}) =>
  zipOf({
    '[Content_Types].xml': `<Types><Override PartName="/word/document.xml" ContentType="${OPEN_XML}.document.main+xml"/></Types>`,
    'word/document.xml': '<document/>',
    'word/_rels/document.xml.rels': relation('hyperlink', 'External'),
    ...parts,
  })
