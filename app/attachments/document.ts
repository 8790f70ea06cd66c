import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { FileTooLargeError, ScriptedDocumentError } from '#app/attachments/errors'
import { firstBytes } from '#app/attachments/first_bytes'
import { OFFICE_KINDS, OfficeFile, type DocumentKind } from '#app/attachments/office_file'

export const MAX_DOCUMENT_BYTES = 10 * 1024 * 1024
const BEGIN = Buffer.from('%PDF-')
const ZIP = Buffer.from('PK\x03\x04')
const PDF = { extension: 'pdf', contentType: 'application/pdf' }
const KINDS: DocumentKind[] = [PDF, ...OFFICE_KINDS]
const ACTIVE = ['/JavaScript', '/Launch', '/EmbeddedFile', '/RichMedia', '/XFA'].map((name) =>
  Buffer.from(name)
)
const LONGEST = Math.max(...ACTIVE.map(({ length }) => length))

/**
 * A PDF or office file as somebody sent it. It cannot be drawn again as a photo can, so that it leaves as a file to be saved and is
 * never shown by us; what says openly that it runs, carries or fetches something is refused, what hides that in a compressed part of
 * a PDF is not seen.
 */
export class Document {
  readonly width = null
  readonly height = null

  private constructor(
    readonly path: string,
    readonly sizeBytes: number,
    readonly contentType: string
  ) {}

  /** By what is in it, whatever it is called; nothing where it is none that we take. */
  static async read(path: string): Promise<Document | null> {
    const head = await firstBytes(path, BEGIN.length)
    if (head.equals(BEGIN)) return this.take(path, PDF, () => isActive(path))
    if (!head.subarray(0, ZIP.length).equals(ZIP)) return null
    // A file that was cut at the limit has lost the end by which archives are known.
    await requireSize(path)
    const office = await OfficeFile.at(path)
    return office && this.take(path, office.kind, async () => office.isActive)
  }

  /** Under which name it is stored. */
  static fileOf(contentType: string) {
    const kind = KINDS.find((one) => one.contentType === contentType)
    return `document.${kind?.extension ?? 'bin'}`
  }

  private static async take(path: string, { contentType }: DocumentKind, isActive: () => Promise<boolean>) {
    const size = await requireSize(path)
    if (await isActive()) throw new ScriptedDocumentError()
    return new Document(path, size, contentType)
  }
}

async function requireSize(path: string) {
  const { size } = await stat(path)
  if (size > MAX_DOCUMENT_BYTES) throw new FileTooLargeError()
  return size
}

// Piece by piece, with the end of the piece before, since a name may lie across both.
async function isActive(path: string) {
  let before = Buffer.alloc(0)
  for await (const piece of createReadStream(path)) {
    const read = Buffer.concat([before, piece as Buffer])
    if (ACTIVE.some((name) => read.includes(name))) return true
    before = read.subarray(-LONGEST)
  }
  return false
}
