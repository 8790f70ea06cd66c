import pg from 'pg'

/** Looks into the database past the product and its lines, and comes back by itself. */
export class Observer {
  #client?: pg.Client
  #last: Promise<unknown> = Promise.resolve()

  constructor(private url: string) {}

  /** One question after the other. */
  ask<Row extends pg.QueryResultRow>(sql: string, values: unknown[] = []) {
    const answer = this.#last.then(async () => {
      this.#client ??= await this.#connect()
      return (await this.#client.query<Row>(sql, values)).rows
    })
    this.#last = answer.catch(() => {})
    return answer
  }

  async count(sql: string, values: unknown[] = []) {
    return (await this.ask<{ count: number }>(`select count(*)::int as count from ${sql}`, values))[0].count
  }

  /** Nothing when the database is away. */
  countNow(sql: string) {
    return this.count(sql).catch(() => undefined)
  }

  async close() {
    await this.#client?.end().catch(() => {})
  }

  async #connect() {
    const client = new pg.Client({ connectionString: this.url, connectionTimeoutMillis: 2000 })
    const forget = () => {
      if (this.#client === client) this.#client = undefined
    }
    client.on('error', forget)
    client.on('end', forget)
    await client.connect()
    return client
  }
}
