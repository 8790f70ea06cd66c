import type { Client, QueryResult } from 'pg'
import { UnitLostError } from '#app/platform/errors'

type Done = (error: Error | null, result?: Partial<QueryResult>) => void
type Submittable = { text?: string; submit?: unknown; destroy?: (error: Error) => void }
type Begin = (client: Client, sql: string) => Promise<unknown>
type Pool = { acquireConnection(): Promise<Client>; releaseConnection(client: Client): Promise<void> }

/**
 * Stands in for a database connection inside one unit of work: it takes a real one from the pool at the first
 * real query, and sends BEGIN with the tenant in the same round trip. A unit without queries costs nothing.
 */
export class LazyLink {
  #begin = 'BEGIN;'
  #opening?: Promise<Client>
  #client?: Client
  #failure?: Error

  constructor(
    private pool: Pool,
    private tenantId: string
  ) {}

  query(query: string | Submittable, done: Done) {
    const sql = typeof query === 'string' ? query : (query.text ?? '')
    if (!this.#opening && /^(BEGIN|COMMIT|ROLLBACK)\b/i.test(sql)) {
      if (/^BEGIN/i.test(sql)) this.#begin = sql
      return done(null, { rows: [] })
    }
    if (typeof query !== 'string' && query.submit) {
      this.#open().then(
        (client) => client.query(query as never),
        (error) => query.destroy?.(error)
      )
      return query
    }
    this.#open().then(
      (client) =>
        client.query(
          query as never,
          ((error: Error | null, result?: QueryResult) => this.#answer(sql, error, result, done)) as never
        ),
      done
    )
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

  #answer(sql: string, error: Error | null, result: QueryResult | undefined, done: Done) {
    if (error) this.#failure = error
    if (/^COMMIT\b/i.test(sql) && result?.command === 'ROLLBACK') {
      done(new UnitLostError(undefined, { cause: this.#failure }))
    } else {
      done(error, result)
    }
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
