import { closeSync, createReadStream, fdatasync, openSync, writeSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { promisify } from 'node:util'

export type Wish = 'lead by program' | 'message by program' | 'lead by form' | 'message by form'

export type Entry =
  /** Written before the first byte is sent. */
  | { is: 'wished'; key: string; wish: Wish }
  | { is: 'answered'; key: string }
  /** Whoever asked went away without an answer: it may have come true, once. */
  | { is: 'given up'; key: string }
  /** The mail server has the whole mail; written before it says so. */
  | { is: 'mail taken'; id: string; told: boolean }
  /** A company's program has the whole message; written before it says so. */
  | { is: 'webhook taken'; id: string }
  | { is: 'killed'; what: string; at: string }
  | { is: 'ended itself'; what: string; how: string; at: string }
  | { is: 'disturbed'; what: string; at: string }
  | { is: 'back'; what: string; milliseconds: number }

const sync = promisify(fdatasync)

/** What was meant to happen and what others saw of it: a file outside the product, on disk before the next step is taken. */
export class Ledger {
  #file: number
  #syncing?: Promise<void>
  #next?: Promise<void>

  constructor(readonly path: string) {
    this.#file = openSync(path, 'a')
  }

  /** Resolves when it is on disk; entries that come meanwhile share one sync. */
  write(entry: Entry): Promise<void> {
    writeSync(this.#file, `${JSON.stringify(entry)}\n`)
    return (this.#next ??= this.#afterThis())
  }

  note(entry: { is: 'killed' | 'disturbed'; what: string }) {
    return this.write({ ...entry, at: new Date().toISOString() })
  }

  async *read(): AsyncGenerator<Entry> {
    for await (const line of createInterface({ input: createReadStream(this.path) })) yield JSON.parse(line)
  }

  close() {
    closeSync(this.#file)
  }

  async #afterThis() {
    await this.#syncing
    this.#next = undefined
    this.#syncing = sync(this.#file)
    await this.#syncing
  }
}
