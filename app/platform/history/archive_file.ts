import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import drive from '@adonisjs/drive/services/main'
import { Exception } from '@adonisjs/core/exceptions'
import { openFile } from '#app/platform/open_file'

/** One entry of an archive; an event has the salt and the words that its digest was made of, until it is erased. */
export type ArchivedEntry = { id: string; digest: string; salt?: string; words?: string }
export type ArchiveFacts = { entries: number; bytes: number; sha256: string }

export class ArchiveDamagedError extends Exception {
  static code = 'E_ARCHIVE_DAMAGED'
  static message = 'The archive does not say what was written to it'
}

export class ArchiveMissingError extends Exception {
  static status = 404
  static code = 'E_ARCHIVE_MISSING'
  static message =
    'The file of this archive is not on the drive. Ask whoever runs this installation to bring it back.'
}

const sha256 = (...parts: (string | Buffer)[]) =>
  parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest('hex')

export const digestOf = (words: string, salt = '') => sha256(Buffer.from(salt, 'hex'), words)

/** Entries as compressed lines on the drive. */
export default class ArchiveFile {
  constructor(readonly path: string) {}

  /** Whatever was there before is written over: a file counts only after it was read back. */
  async write(entries: AsyncIterable<ArchivedEntry>): Promise<ArchiveFacts> {
    const folder = await mkdtemp(join(tmpdir(), 'archive-'))
    try {
      const local = join(folder, 'archive.ndjson.gz')
      const hash = createHash('sha256')
      let count = 0
      const lines = Readable.from(
        (async function* () {
          for await (const entry of entries) {
            count++
            yield `${JSON.stringify(entry)}\n`
          }
        })()
      )
      await pipeline(lines, createGzip(), hashing(hash), createWriteStream(local, { mode: 0o600 }))
      const { size: bytes } = await stat(local)
      await drive.use().putStream(this.path, createReadStream(local), { contentType: 'application/gzip' })
      return { entries: count, bytes, sha256: hash.digest('hex') }
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  }

  /** Reads the whole file back from the drive, and each entry against its own digest. */
  async verify(facts: ArchiveFacts) {
    let count = 0
    for await (const entry of this.entries(facts)) {
      if (entry.words !== undefined && digestOf(entry.words, entry.salt) !== entry.digest)
        throw new ArchiveDamagedError(`An entry of ${this.path} does not match its digest: ${entry.id}`)
      count++
    }
    if (count !== facts.entries)
      throw new ArchiveDamagedError(`${this.path} has ${count} of ${facts.entries} entries`)
  }

  async *entries({ sha256: expected }: Pick<ArchiveFacts, 'sha256'>): AsyncGenerator<ArchivedEntry> {
    const hash = createHash('sha256')
    const gunzip = createGunzip()
    pipeline(await drive.use().getStream(this.path), hashing(hash), gunzip).catch(() => {})
    for await (const line of linesIn(gunzip.setEncoding('utf8'))) yield JSON.parse(line) as ArchivedEntry
    if (hash.digest('hex') !== expected)
      throw new ArchiveDamagedError(`${this.path} is not the file that was written`)
  }

  /** The file as it is. */
  async open(): Promise<Readable> {
    try {
      return await openFile(this.path)
    } catch (error) {
      throw new ArchiveMissingError(undefined, { cause: error })
    }
  }

  async remove() {
    await drive.use().delete(this.path)
  }
}

const hashing = (hash: ReturnType<typeof createHash>) =>
  new Transform({
    transform(chunk: Buffer, _, done) {
      hash.update(chunk)
      done(null, chunk)
    },
  })

// Unlike a reader of lines it fails when its stream does.
async function* linesIn(chunks: AsyncIterable<string>) {
  let rest = ''
  for await (const chunk of chunks) {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop()!
    yield* lines
  }
}
