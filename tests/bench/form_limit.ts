import pg from 'pg'
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Rows } from '#tests/bench/form'
import { whatIsTold } from '#tests/bench/limit_server'

// The limit of a request: the rows that one leaves behind, written in one transaction, without a framework.
const { tenantId, rows } = await whatIsTold<{ tenantId: string; rows: Rows }>()
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 })
const GIVEN_BY_DATABASE: Record<string, string[]> = { outbox: ['seq'] }
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[47][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/g

const statements = Object.entries(rows).flatMap(([table, ofTable]) =>
  ofTable.map((row) => {
    const columns = Object.keys(row).filter((column) => !GIVEN_BY_DATABASE[table]?.includes(column))
    const places = columns.map((_, at) => `$${at + 1}`)
    const text = `insert into ${table === 'outbox' ? 'limit_outbox' : table} (${columns.map((column) => `"${column}"`)}) values (${places})`
    return { text, table, values: columns.map((column) => [column, row[column]] as const) }
  })
)
/** Of this request alone; the people and things that it is about stay. */
const own = new Set(
  Object.values(rows)
    .flat()
    .flatMap(({ id, event_id: event, submission_key: key }) => [id, event, key])
)
let number = 1_000_000

async function bodyOf(request: IncomingMessage) {
  let body = ''
  for await (const chunk of request.setEncoding('utf8')) body += chunk
  return new URLSearchParams(body)
}

/** Ids as the product makes them, of this millisecond. */
function newId() {
  const at = Date.now().toString(16).padStart(12, '0')
  return `${at.slice(0, 8)}-${at.slice(8)}-7${randomUUID().slice(15)}`
}

const server = createServer(async (request, response) => {
  await bodyOf(request)
  const ids = new Map<string, string>()
  const anew = (id: string) => {
    if (own.has(id) && !ids.has(id)) ids.set(id, newId())
    return ids.get(id) ?? id
  }
  const secret = randomBytes(32)
  const unique: Record<string, unknown> = {
    number: ++number,
    token_hash: createHash('sha256').update(secret).digest('hex'),
  }
  const client = await pool.connect()
  await client.query(`begin; select set_config('app.tenant_id', '${tenantId}', true)`)
  for (const { text, values } of statements)
    await client.query(
      text,
      values.map(([column, value]) => {
        if (column in unique) return unique[column]
        const written = value !== null && typeof value === 'object' ? JSON.stringify(value) : value
        return typeof written === 'string' ? written.replace(UUID, anew) : written
      })
    )
  await client.query('commit')
  client.release()
  response.writeHead(303, { location: `/s/${secret.toString('base64url')}` }).end()
})
server.listen(0, '127.0.0.1', () =>
  process.send!(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
)
