import type { Client, QueryResult } from 'pg'
import { ChangedRows } from '#app/platform/database/changes'
import { UnitLostError } from '#app/platform/errors'
import { JoinedReads, type Readable } from '#app/platform/database/joined_reads'
import { Postponed } from '#app/platform/database/postponed'

type Done = (error: Error | null, result?: Partial<QueryResult>) => void
type Submittable = { text?: string; submit?: unknown; destroy?: (error: Error) => void }
type Begin = (client: Client, sql: string) => Promise<unknown>
type Pool = { acquireConnection(): Promise<Client>; releaseConnection(client: Client): Promise<void> }

/**
 * Stands in for a database connection inside one unit of work: it takes a real one from the pool at the first
 * real query, and sends BEGIN with the tenant and the first reads in the same round trip, and COMMIT with what was postponed
 * until then.
 * A unit without queries costs nothing.
 */
export class LazyLink {
  readonly postponed = new Postponed()
  /** The rows that this unit has locked and read, by id. */
  readonly locked = new Map<string, object>()
  readonly changed = new ChangedRows()
  #begin = 'BEGIN;'
  #opening?: Promise<Client>
  #client?: Client
  #failure?: Error
  #last: Promise<unknown> = Promise.resolve()
  /** Reads that wait for the connection, and go together. */
  #reads?: JoinedReads

  constructor(
    private pool: Pool,
    private tenantId: string
  ) {}

  query(query: string | Submittable, done: Done) {
    const sql = typeof query === 'string' ? query : (query.text ?? '')
    if (/^ROLLBACK\b/i.test(sql)) this.#forget()
    if (!this.#opening && this.postponed.isEmpty && /^(BEGIN|COMMIT|ROLLBACK)\b/i.test(sql)) {
      if (/^BEGIN/i.test(sql)) this.#begin = sql
      return done(null, { rows: [] })
    }
    if (/^COMMIT\b/i.test(sql)) return this.#commit(sql, done)
    if (this.postponed.isDueBefore(sql)) this.#write()
    if (typeof query !== 'string' && query.submit) {
      this.#inTurn(async (client) => void client.query(query as never)).catch((error) =>
        query.destroy?.(error)
      )
      return query
    }
    const answer = JoinedReads.takes(query) ? this.#read(query) : this.#ask(query)
    answer.then((result) => done(null, result), done)
  }

  /** Opens the unit now, with one more statement in the same round trip. */
  async openWith(sql: string) {
    let rows: unknown[] = []
    await this.#open((client, begin) =>
      client.query(`${begin}; ${sql}`).then((results) => {
        rows = (results as unknown as QueryResult[]).at(-1)!.rows
      })
    )
    return rows
  }

  async release() {
    if (this.#client) await this.pool.releaseConnection(this.#client)
    this.#client = undefined
  }

  // Back to a savepoint: what was written since is undone, and rows that were locked since are free again.
  #forget() {
    this.postponed.drop()
    this.locked.clear()
    this.changed.clear()
  }

  #read(query: Readable): Promise<QueryResult> {
    if (this.#reads) return this.#reads.add(query)
    const reads = (this.#reads = new JoinedReads())
    const answer = reads.add(query)
    const run = async (client: Client, begin?: string) => {
      if (this.#reads === reads) this.#reads = undefined
      await reads.run(client, begin).catch((error: Error) => {
        if (begin !== undefined && !isOfStatement(error)) throw error
        this.#failure ??= error
        reads.fail(error)
      })
    }
    const isRead = this.#opening ? this.#inTurn(run, reads) : this.#open(run)
    isRead.catch((error: Error) => reads.fail(error))
    return answer
  }

  #write() {
    this.#ask(this.postponed.take()).catch(() => {})
  }

  #ask(query: string | Submittable): Promise<QueryResult> {
    return this.#inTurn((client) =>
      client.query<object>(query as string).catch((error: Error) => {
        this.#failure ??= error
        throw error
      })
    )
  }

  // Several statements may come at once, as of a query with its preloads; a connection takes one at a time.
  #inTurn<Answer>(work: (client: Client) => Promise<Answer>, reads?: JoinedReads) {
    // What is asked from now on comes after it.
    this.#reads = reads
    const answer = Promise.all([this.#open(), this.#last]).then(([client]) => work(client))
    this.#last = answer.catch(() => {})
    return answer
  }

  #commit(sql: string, done: Done) {
    const text = [this.postponed.take(), sql].filter(Boolean).join('; ')
    const finish = async (client: Client) => {
      const results = await client.query(text)
      const { command } = [results].flat().at(-1)!
      if (command === 'ROLLBACK') throw new UnitLostError(undefined, { cause: this.#failure })
    }
    this.#inTurn((client) => finish(client).catch((error) => this.#undo(client, error))).then(
      () => done(null, { rows: [] }),
      done
    )
  }

  // PostgreSQL ends a unit whose COMMIT it has read; what was written before it may have failed.
  async #undo(client: Client, error: Error) {
    await client.query('ROLLBACK').catch(() => {})
    throw this.#failure && !(error instanceof UnitLostError)
      ? new UnitLostError(undefined, { cause: this.#failure })
      : error
  }

  #open(begin: Begin = (client, sql) => client.query(sql)) {
    this.#opening ??= this.#connect(begin).catch((error) => {
      this.#opening = undefined
      throw error
    })
    return this.#opening
  }

  async #connect(begin: Begin) {
    const client = await this.pool.acquireConnection()
    try {
      const tenant = client.escapeLiteral(this.tenantId)
      await begin(
        client,
        `${this.#begin.replace(/;$/, '')}; select set_config('app.tenant_id', ${tenant}, true)`
      )
    } catch (error) {
      await client.query('ROLLBACK').catch(() => {})
      await this.pool.releaseConnection(client)
      throw error
    }
    this.#client = client
    return client
  }
}

/** The unit has begun, and cannot go on: what is asked in it from now on fails. */
const isOfStatement = (error: Error) => 'severity' in error && error.severity === 'ERROR'
