import { escapeIdentifier, escapeLiteral, type Client, type QueryResult } from 'pg'

type Value = string | number | boolean | null
export type Readable = { text: string; values: Value[]; name?: string }
type Waiting = { query: Readable; resolve: (result: QueryResult) => void; reject: (error: Error) => void }
type Prepared = { connection: { parsedStatements: Record<string, string> } }

/** Constants in quotes, which are left as they are, and the places of values. */
const PARTS = /'[^']*'|"[^"]*"|\$(\d+)/g
const UNCERTAIN = /[\\;]|\$(?!\d)|--|\/\*/

/** Reads of one unit that wait for its connection at the same time: several are one round trip, with BEGIN before the first. */
export class JoinedReads {
  #waiting: Waiting[] = []

  /** Whether it can stand beside others: values become literals, whose type is found as that of a parameter is. */
  static takes(query: unknown): query is Readable {
    const { text, values = [] } = query as { text?: string; values?: unknown[] }
    const isPlain = (value: unknown) =>
      value === null || ['string', 'number', 'boolean'].includes(typeof value)
    return text !== undefined && /^\s*select\b/i.test(text) && !UNCERTAIN.test(text) && values.every(isPlain)
  }

  add(query: Readable) {
    return new Promise<QueryResult>((resolve, reject) => this.#waiting.push({ query, resolve, reject }))
  }

  async run(client: Client, begin?: string) {
    const isNew = ({ query: { name } }: Waiting) => name !== undefined && !isPrepared(client, name)
    const [alone, together] = [this.#waiting.filter(isNew), this.#waiting.filter((one) => !isNew(one))]
    if (begin !== undefined || together.length > 1) {
      const texts = together.map(({ query }) => (query.name ? asExecuted(query) : asLiterals(query)))
      const results = [await client.query<object>([begin ?? [], ...texts].flat().join('; '))].flat()
      together.forEach(({ resolve }, at) => resolve(results.at(at - together.length)!))
    } else {
      alone.push(...together)
    }
    for (const { query, resolve } of alone) resolve(await client.query(query))
  }

  fail(error: Error) {
    for (const { reject } of this.#waiting) reject(error)
  }
}

/** Only the statement that a client has prepared by itself has a plan there. */
const isPrepared = (client: Client, name: string) =>
  name in (client as unknown as Prepared).connection.parsedStatements

const asExecuted = ({ name, values }: Readable) =>
  `execute ${escapeIdentifier(name!)}${values.length > 0 ? `(${values.map(literal).join()})` : ''}`

const asLiterals = ({ text, values }: Readable) =>
  text.replace(PARTS, (part, place?: string) => (place ? literal(values[Number(place) - 1]) : part))

const literal = (value: Value) => (value === null ? 'null' : escapeLiteral(String(value)))
