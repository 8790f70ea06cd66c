import pg from 'pg'
import { createHash, randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { whatIsTold } from '#tests/bench/limit_server'
import { SCAN_WRITES } from '#app/scans/scan_writes'

// The limit of a scan: the same look-ups, the same record and the same bytes, without a framework.
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 })
const system = new pg.Pool({ connectionString: process.env.DATABASE_SYSTEM_URL, max: 10 })
const page = await whatIsTold<string>()

const server = createServer(async (request, response) => {
  const token = request.url!.slice('/q/'.length).toUpperCase()
  const look = await system.query('select * from qr_lookups where token = $1', [token])
  const { tenant_id: tenantId, qr_code_id: id } = look.rows[0]
  await system.query('select * from tenants where id = $1', [tenantId])
  const client = await pool.connect()
  await client.query(`begin; select set_config('app.tenant_id', '${tenantId}', true)`)
  const { rows } = await client.query('select * from qr_codes where tenant_id = $1 and id = $2', [
    tenantId,
    id,
  ])
  await client.query('select * from customers where tenant_id = $1 and id = $2', [
    tenantId,
    rows[0].customer_id,
  ])
  await client.query('select * from qr_batches where tenant_id = $1 and id = $2', [
    tenantId,
    rows[0].qr_batch_id,
  ])
  const flow = await client.query('select * from lead_flows where tenant_id = $1 and is_default limit 1', [
    tenantId,
  ])
  await client.query('select * from lead_flow_versions where tenant_id = $1 and id = $2', [
    tenantId,
    flow.rows[0].published_version_id,
  ])
  const scan = {
    id: randomUUID(),
    day: new Date().toISOString().slice(0, 10),
    seenAt: new Date().toISOString(),
    visitor: createHash('sha256').update(request.headers['user-agent']!).digest('hex').slice(0, 32),
    qrCodeId: id,
    qrBatchId: rows[0].qr_batch_id,
    leadFlowId: flow.rows[0].id,
  }
  await client.query(`${SCAN_WRITES.sql([scan])}; commit`)
  client.release()
  response.setHeader('content-type', 'text/html; charset=utf-8')
  response.end(page)
})
server.listen(0, '127.0.0.1', () =>
  process.send!(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
)
