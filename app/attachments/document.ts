import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { FileTooLargeError, ScriptedDocumentError } from '#app/attachments/errors'
import { firstBytes } from '#app/attachments/first_bytes'

export const MAX_DOCUMENT_BYTES = 10 * 1024 * 1024
const BEGIN = Buffer.from('%PDF-')
const ACTIVE = ['/JavaScript', '/Launch', '/EmbeddedFile', '/RichMedia', '/XFA'].map((name) =>
  Buffer.from(name)
)
const LONGEST = Math.max(...ACTIVE.map(({ length }) => length))

/**
 * A PDF as somebody sent it. It cannot be drawn again as a photo can, so that it leaves as a file to be saved and is never shown by
 * us; what says openly that it runs or carries something is refused, what hides that in a compressed part is not seen.
 */
export class Document {
  static readonly contentType = 'application/pdf'
  readonly contentType = Document.contentType
  readonly width = null
  readonly height = null

  private constructor(
    readonly path: string,
    readonly sizeBytes: number
  ) {}

  /** By its first bytes, whatever it is called. */
  static async isAt(path: string) {
    return (await firstBytes(path, BEGIN.length)).equals(BEGIN)
  }

  static async read(path: string) {
    const { size } = await stat(path)
    if (size > MAX_DOCUMENT_BYTES) throw new FileTooLargeError()
    await requireStill(path)
    return new Document(path, size)
  }
}

// Piece by piece, with the end of the piece before, since a name may lie across both.
async function requireStill(path: string) {
  let before = Buffer.alloc(0)
  for await (const piece of createReadStream(path)) {
    const read = Buffer.concat([before, piece as Buffer])
    if (ACTIVE.some((name) => read.includes(name))) throw new ScriptedDocumentError()
    before = read.subarray(-LONGEST)
  }
}
