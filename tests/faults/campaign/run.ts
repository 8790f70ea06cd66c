import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { say } from '../../../bin/lib/narrate.mjs'
import { Campaign } from '#tests/faults/campaign/campaign'
import { report } from '#tests/faults/campaign/report'

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    kills: { type: 'string', default: '200' },
    events: { type: 'string', default: '100000' },
    duration: { type: 'string', default: '3600' },
    outage: { type: 'string', default: '600' },
    bulk: { type: 'string', default: '50000' },
    // Milliseconds between two wishes of somebody.
    rest: { type: 'string', default: '200' },
    folder: { type: 'string' },
  },
})
const folder = values.folder ?? mkdtempSync(join(tmpdir(), 'latchkey-faults-'))
const number = (name: 'seed' | 'kills' | 'events' | 'duration' | 'outage' | 'bulk' | 'rest') =>
  Number(values[name])

say(`Seed ${values.seed}; the ledger is kept in ${folder}`)
const campaign = new Campaign({
  seed: number('seed'),
  kills: number('kills'),
  events: number('events'),
  duration: number('duration'),
  outage: number('outage'),
  bulk: number('bulk'),
  rest: number('rest'),
  folder,
  say,
})
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => campaign.stop())
const result = await campaign.run()
process.exit(report(result, say) ? 0 : 1)
