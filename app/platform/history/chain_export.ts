import { createWriteStream } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import drive from '@adonisjs/drive/services/main'
import Archive from '#app/platform/history/archive'
import { acrossTenants } from '#app/platform/database/current'
import { CHAIN_VERIFIER } from '#app/platform/history/chain_verifier'

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

events.ndjson   one event a line: "words" is what was hashed (a JSON array: form, id, company, seq, name, version, time in
                milliseconds, who (kind, id, name), about what (type, id), data, changes, request, audited, address, device, visit).
                An erased event has neither words nor salt; its digest stays. One that is archived stands in archives.
archives        what has left the history for files of its own, as they are kept.
verify.mjs      needs Node 20 or later and nothing else: node verify.mjs

It tells whether any line was changed, taken out, put in or moved, and prints the head of the chain. Compare that with a head
that was kept elsewhere to know that nothing is missing at the end.
`

/** The chain of a company as files that prove themselves wherever they are. */
export default class ChainExport {
  #written = 0

  constructor(private tenantId: string) {}

  async writeTo(folder: string) {
    await mkdir(folder, { recursive: true })
    const lines = Readable.from(this.#lines())
    await pipeline(lines, createWriteStream(join(folder, 'events.ndjson'), { mode: 0o600 }))
    await this.#copyArchives(folder)
    await writeFile(join(folder, 'verify.mjs'), CHAIN_VERIFIER)
    await writeFile(join(folder, 'README.txt'), ABOUT)
    return this.#written
  }

  async *#lines() {
    let rows: Row[]
    let after = 0
    do {
      rows = await this.#step(after)
      for (const row of rows) yield `${JSON.stringify(this.#lineOf(row))}\n`
      this.#written += rows.length
      after = Number(rows.at(-1)?.position ?? after)
    } while (rows.length === STEP)
  }

  #lineOf({ position, event_id: eventId, digest, link, salt, words, is_there: isThere }: Row): Line {
    const line = { tenantId: this.tenantId, position: Number(position), eventId, digest, link }
    if (!isThere) return { ...line, archived: true }
    return salt ? { ...line, salt, words } : line
  }

  async #copyArchives(folder: string) {
    const archives = await acrossTenants((trx) => Archive.readableOf(this.tenantId, 'events', trx))
    await mkdir(join(folder, 'archives'), { recursive: true })
    for (const { file } of archives)
      await pipeline(
        await drive.use().getStream(file.path),
        createWriteStream(join(folder, 'archives', basename(file.path)), { mode: 0o600 })
      )
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
