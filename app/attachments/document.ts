import { readFile, stat } from 'node:fs/promises'
import { FileTooLargeError, ScriptedDocumentError } from '#app/attachments/errors'
import { firstBytes } from '#app/attachments/first_bytes'

export const MAX_DOCUMENT_BYTES = 10 * 1024 * 1024
const BEGIN = Buffer.from('%PDF-')
const ACTIVE = ['/JavaScript', '/Launch', '/EmbeddedFile', '/RichMedia', '/XFA'].map((name) =>
  Buffer.from(name)
)

/**
 * A PDF as somebody sent it. It cannot be drawn again as a photo can, so that it leaves as a file to be saved and is never shown by
 * us; what says openly that it runs or carries something is refused, what hides that in a compressed part is not seen.
 */
export class Document {
  static readonly contentType = 'application/pdf'
  readonly width = null
  readonly height = null

  private constructor(readonly content: Buffer) {}

  /** By its first bytes, whatever it is called. */
  static async isAt(path: string) {
    return (await firstBytes(path, BEGIN.length)).equals(BEGIN)
  }

  static async read(path: string) {
    if ((await stat(path)).size > MAX_DOCUMENT_BYTES) throw new FileTooLargeError()
    const content = await readFile(path)
    if (ACTIVE.some((name) => content.includes(name))) throw new ScriptedDocumentError()
    return new Document(content)
  }
}
