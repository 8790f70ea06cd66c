import { escapeLiteral, type Client, type QueryResult } from 'pg'

type Value = string | number | boolean | null
export type Readable = { text: string; values: Value[] }
type Waiting = { query: Readable; resolve: (result: QueryResult) => void; reject: (error: Error) => void }

/** Constants in quotes, which are left as they are, and the places of values. */
const PARTS = /'[^']*'|"[^"]*"|\$(\d+)/g
const UNCERTAIN = /[\\;]|\$(?!\d)|--|\/\*/

/** Reads of one unit that wait for its connection at the same time: several are one round trip. */
export class JoinedReads {
  #waiting: Waiting[] = []

  /** Whether it can stand beside others: values become literals, whose type is found as that of a parameter is. */
  static takes(query: unknown): query is Readable {
    const { text, values = [], name } = query as { text?: string; values?: unknown[]; name?: string }
    const isPlain = (value: unknown) =>
      value === null || ['string', 'number', 'boolean'].includes(typeof value)
    return (
      text !== undefined &&
      !name &&
      /^\s*select\b/i.test(text) &&
      !UNCERTAIN.test(text) &&
      values.every(isPlain)
    )
  }

  add(query: Readable) {
    return new Promise<QueryResult>((resolve, reject) => this.#waiting.push({ query, resolve, reject }))
  }

  async run(client: Client) {
    const [first, ...others] = this.#waiting
    const asked =
      others.length > 0 ? this.#waiting.map(({ query }) => asLiterals(query)).join('; ') : first.query
    const results = [await client.query(asked as string)].flat()
    this.#waiting.forEach(({ resolve }, at) => resolve(results[at]))
  }

  fail(error: Error) {
    for (const { reject } of this.#waiting) reject(error)
  }
}

const asLiterals = ({ text, values }: Readable) =>
  text.replace(PARTS, (part, place?: string) => (place ? literal(values[Number(place) - 1]) : part))

const literal = (value: Value) => (value === null ? 'null' : escapeLiteral(String(value)))
