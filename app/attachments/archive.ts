import { buffer } from 'node:stream/consumers'
import yauzl, { type Entry, type ZipFile } from 'yauzl'

const MOST_ENTRIES = 10_000
const LENGTH_OF_END = 22
/** A second name for an entry, which only some programs go by. */
const UNICODE_PATH = 0x7075

/** What an archive says it holds, and small parts of it. Whoever opens it closes it. */
export class Archive {
  private constructor(
    private file: ZipFile,
    readonly entries: Entry[]
  ) {}

  /** Nothing where it is no archive, or none that every program reads alike. */
  static async open(path: string) {
    const file = await yauzl.openPromise(path, { autoClose: false }).catch(unlessUnread)
    const entries = file && (await entriesIn(file).catch(unlessUnread))
    if (entries) return new Archive(file, entries)
    file?.close()
    return null
  }

  has(name: string) {
    return this.entries.some(({ fileName }) => fileName === name)
  }

  /** One part as text; nothing where it is larger than `most`, says so and is not, or cannot be unpacked. */
  async text(entry: Entry, most: number) {
    if (entry.uncompressedSize > most) return null
    try {
      return (await buffer(await this.file.openReadStreamPromise(entry))).toString('utf8')
    } catch {
      return null
    }
  }

  close() {
    this.file.close()
  }
}

async function entriesIn(file: ZipFile) {
  if (file.entryCount > MOST_ENTRIES) return null
  const entries: Entry[] = []
  for await (const entry of file.eachEntry()) entries.push(entry)
  // By its types no number. Whatever stands behind the last of so many entries is one for programs that do not count.
  const isWhole = Number(file.readEntryCursor) === file.fileSize - LENGTH_OF_END - file.comment.length
  const isNamedOnce = entries.every(({ extraFields }) => extraFields.every(({ id }) => id !== UNICODE_PATH))
  return isWhole && isNamedOnce ? entries : null
}

/** What the library finds wrong with an archive has no code, what the disk refuses has one. */
function unlessUnread(error: Error) {
  if ('code' in error) throw error
  return null
}
