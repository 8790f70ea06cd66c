import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { pipeline } from 'node:stream/promises'

// The built product prints a batch, started as its processes are: plain Node, no loader, the whole application.
const ROOT = pathToFileURL(join(process.env.PRODUCT_BUILD!, '/'))
const load = (path: string) => import(new URL(path, ROOT).href)
const [tenantId, count] = process.argv.slice(2)

const { Ignitor } = await import('@adonisjs/core')
const app = new Ignitor(ROOT, {
  importer: (path: string) => (path.startsWith('.') ? load(path) : import(path)),
}).createApp('console')
app.booting(() => load('start/env.js'))
await app.init()
await app.boot()
await app.start(() => {})
const bootedMb = process.resourceUsage().maxRSS / 1024

const { Current, SYSTEM } = await load('app/platform/database/current.js')
const { default: QrBatch } = await load('app/qr_codes/qr_batch.js')
const { default: Tenant } = await load('app/tenancy/tenant.js')
const { QrPrint } = await load('app/qr_codes/qr_print.js')

const unit = { tenantId, actor: SYSTEM }
const [batch, tenant] = await Current.run(unit, async () => [
  await QrBatch.findByOrFail('quantity', Number(count)),
  await Tenant.current(),
])
const folder = await mkdtemp(join(tmpdir(), 'latchkey-bench-'))
await pipeline(new QrPrint(batch, tenant, unit).stream(), createWriteStream(join(folder, 'sheet.pdf')))
await rm(folder, { recursive: true })
process.stdout.write(JSON.stringify({ bootedMb, peakMb: process.resourceUsage().maxRSS / 1024 }))
process.exit()
