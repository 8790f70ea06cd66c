import type { CrmConnection } from '#plugins/crm/contract'
import { CrmNeedsReconnectError } from '#plugins/crm/errors'
import { readJson } from '#plugins/crm/json_answer'
import { ForbiddenError } from '#plugins/crm/permission'
import { refusalOf } from '#plugins/crm/salesforce/answers'
import { SalesforceSession } from '#plugins/crm/salesforce/session'
import { quoted } from '#plugins/crm/salesforce/soql'

type Method = 'GET' | 'POST' | 'PATCH'
type Field = { name: string }
type Asked = { method: Method; path: string; body?: object; headers: Record<string, string> }
type Together = { method: Method; path: string; as: string; body: object }
type Became = { body: unknown; httpStatusCode: number }

const NO_CONTENT = 204
/** Nobody merges a record so often, one into the next. */
const MOST_MERGES = 20
/** Of any record. */
export const ID = /^[A-Za-z0-9]{15}(?:[A-Za-z0-9]{3})?$/
/** By its beginning, which is that of all leads in every company. */
export const isOfLead = (id: string) => ID.test(id) && id.startsWith('00Q')

/** Requests to the REST API, with the session that they need. */
export class SalesforceClient {
  constructor(private connection: CrmConnection) {}

  /** The answer, `{}` when it has no words; `null` when there is nothing at this address. */
  async call<Answer>(
    method: Method,
    path: string,
    body?: object,
    headers: Record<string, string> = {}
  ): Promise<Answer | null> {
    const session = await SalesforceSession.of(this.connection)
    const asked = { method, path, body, headers }
    const answer = await this.#ask(session, asked)
    if (answer.status !== 401 || session.token === null) return read<Answer>(answer)
    // What a session that has ended was asked for was not done.
    await SalesforceSession.forget(this.connection, session)
    const again = await this.#ask(await SalesforceSession.of(this.connection), asked)
    if (again.status === 401) throw new CrmNeedsReconnectError()
    return read<Answer>(again)
  }

  /** What a record has in these fields; `null` when there is none, and for what can be no id. */
  async find<Row>(object: string, id: string, fields: readonly string[]) {
    const path = `/sobjects/${object}/${id}?fields=${encodeURIComponent(fields.join())}`
    return ID.test(id) ? this.call<Row>('GET', path) : null
  }

  /** The same of the record that it was merged into, and so on: that is known while the ended one lies in the recycle bin. */
  async follow<Row>(object: 'Contact' | 'Lead', id: string, fields: readonly string[]) {
    for (let at: string | null = id, merges = 0; at && merges <= MOST_MERGES; merges++) {
      const record = await this.find<Row>(object, at, fields)
      if (record) return record
      at = ID.test(at) ? await this.#heirOf(object, at) : null
    }
    return null
  }

  /** `queryAll` tells of deleted and merged ones too. */
  async query<Row>(soql: string, resource: 'query' | 'queryAll' = 'query') {
    const path = `/${resource}?q=${encodeURIComponent(soql)}`
    return (await this.call<{ records: Row[] }>('GET', path))!.records
  }

  /** Several requests of which all are done, or none; one may name what another made. */
  async together<Answer>(requests: Together[]) {
    const { root } = await SalesforceSession.of(this.connection)
    const answer = await this.call<{ compositeResponse: Became[] }>('POST', '/composite', {
      allOrNone: true,
      compositeRequest: requests.map(({ path, as, ...one }) => ({
        ...one,
        url: root + path,
        referenceId: as,
      })),
    })
    const became = answer!.compositeResponse
    const refused = became.find(({ httpStatusCode, body }) => httpStatusCode >= 400 && !wasHalted(body))
    if (refused) throw await refusalOf(Response.json(refused.body, { status: refused.httpStatusCode }))
    return became.map(({ body }) => body as Answer)
  }

  /** The names of an object's fields, as the company has them. */
  async fieldsOf(object: string) {
    const { fields } = await SalesforceSession.of(this.connection)
    const asked = fields.get(object) ?? this.#describe(object)
    fields.set(object, asked)
    asked.catch(() => fields.delete(object))
    return asked
  }

  /** Signs in anew, whatever is known of before. */
  async proveAccess(object: string) {
    const known = await SalesforceSession.of(this.connection).catch(() => null)
    if (known) await SalesforceSession.forget(this.connection, known)
    await this.#describe(object)
  }

  async #heirOf(object: string, id: string) {
    const [ended] = await this.query<{ MasterRecordId: string | null }>(
      `SELECT MasterRecordId FROM ${object} WHERE IsDeleted = true AND Id = ${quoted(id)} LIMIT 1`,
      'queryAll'
    )
    return ended?.MasterRecordId ?? null
  }

  async #describe(object: string) {
    const answer = await this.call<{ fields: Field[] }>('GET', `/sobjects/${object}/describe`)
    // What the user may not see is not there at all.
    if (!answer) throw new ForbiddenError()
    return new Set(answer.fields.map(({ name }) => name))
  }

  async #ask(session: SalesforceSession, { method, path, body, headers }: Asked) {
    return this.connection.request(session.root + path, {
      method,
      headers: {
        ...(session.token && { authorization: `Bearer ${session.token}` }),
        accept: 'application/json',
        'user-agent': 'Latchkey',
        ...(body && { 'content-type': 'application/json' }),
        ...headers,
      },
      body: body && JSON.stringify(body),
    })
  }
}

/** Because of another of them. */
const wasHalted = (body: unknown) => Array.isArray(body) && body[0]?.errorCode === 'PROCESSING_HALTED'

async function read<Answer>(answer: Response) {
  if (answer.status === 404) return null
  if (!answer.ok) throw await refusalOf(answer)
  return (answer.status === NO_CONTENT ? {} : await readJson(answer)) as Answer
}
