import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import drive from '@adonisjs/drive/services/main'
import Archive from '#app/platform/history/archive'
import { acrossTenants } from '#app/platform/database/current'
import { CHAIN_VERIFIER } from '#app/platform/history/chain_verifier'
import type { TarPart } from '#app/platform/history/tar'

type Row = {
  position: string
  event_id: string
  digest: string
  link: string
  salt: string | null
  words: string
  is_there: boolean
}
type Line = {
  tenantId: string
  position: number
  eventId: string
  digest: string
  link: string
  salt?: string
  words?: string
  archived?: true
}

const STEP = 2000
const ABOUT = `The history of a company, each event in its place in a chain.

events-*.ndjson one event a line, so many in each file: "words" is what was hashed (a JSON array: form, id, company, seq, name,
                version, time in milliseconds, who (kind, id, name), about what (type, id), data, changes, request, audited,
                address, device, visit). An erased event has neither words nor salt; its digest stays. One that is archived
                stands in archives.
archives        what has left the history for files of its own, as they are kept.
verify.mjs      needs Node 20 or later and nothing else: node verify.mjs

It tells whether any line was changed, taken out, put in or moved, and prints the head of the chain. Compare that with a head
that was kept elsewhere to know that nothing is missing at the end.
`

/** The chain of a company as files that prove themselves wherever they are. */
export default class ChainExport {
  #written = 0

  constructor(private tenantId: string) {}

  /** How many events there are in the folder then. */
  async writeTo(folder: string) {
    for await (const { name, content } of this.parts()) {
      const path = join(folder, name)
      await mkdir(dirname(path), { recursive: true })
      await pipeline(Readable.from(content), createWriteStream(path, { mode: 0o600 }))
    }
    return this.#written
  }

  /** Its files one after the other, none of them whole in memory except for a step of events. */
  async *parts(): AsyncGenerator<TarPart> {
    yield part('README.txt', ABOUT)
    yield part('verify.mjs', CHAIN_VERIFIER)
    yield* this.#events()
    const archives = await acrossTenants((trx) => Archive.readableOf(this.tenantId, 'events', trx))
    for (const { file } of archives) {
      const { contentLength: size } = await drive.use().getMetaData(file.path)
      yield {
        name: `archives/${basename(file.path)}`,
        size,
        content: await file.open(),
      }
    }
  }

  async *#events() {
    let rows: Row[]
    let after = 0
    do {
      rows = await this.#step(after)
      const lines = rows.map((row) => `${JSON.stringify(this.#lineOf(row))}\n`)
      const name = `events-${String(after + 1).padStart(12, '0')}.ndjson`
      if (rows.length > 0) yield part(name, lines.join(''))
      this.#written += rows.length
      after = Number(rows.at(-1)?.position ?? after)
    } while (rows.length === STEP)
  }

  #lineOf({ position, event_id: eventId, digest, link, salt, words, is_there: isThere }: Row): Line {
    const line = { tenantId: this.tenantId, position: Number(position), eventId, digest, link }
    if (!isThere) return { ...line, archived: true }
    return salt ? { ...line, salt, words } : line
  }

  // A transaction for each step: none waits for the disk.
  #step(after: number) {
    return acrossTenants(async (trx) => {
      const { rows } = await trx.rawQuery<{ rows: Row[] }>(
        `select l.position, l.event_id, encode(l.digest, 'hex') as digest, encode(l.link, 'hex') as link,
           encode(l.salt, 'hex') as salt, event_words(e) as words, e.id is not null as is_there
         from event_links l left join events e on e.tenant_id = l.tenant_id and e.id = l.event_id
         where l.tenant_id = ? and l.position > ? order by l.position limit ${STEP}`,
        [this.tenantId, after]
      )
      return rows
    })
  }
}

function part(name: string, text: string): TarPart {
  const bytes = Buffer.from(text)
  return { name, size: bytes.length, content: [bytes] }
}
