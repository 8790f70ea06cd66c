import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { CAMPAIGN } from './campaign.mjs'
import { leash } from './leash.mjs'
import { report } from './problem.mjs'
import { signalGroup } from './processes.mjs'
import { TestServices } from './test_services.mjs'

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..')

// The campaign brings a database and a broker of its own, since it kills them.
const services = new TestServices({ root: ROOT })
let campaign
for (const event of ['SIGTERM', 'SIGINT', 'disconnect']) process.once(event, () => campaign?.kill('SIGTERM'))

let code = 1
try {
  code = await run()
} catch (error) {
  report(error)
} finally {
  await services.stop()
}
process.exit(code)

async function run() {
  const env = await services.environment({ name: 'faults', needs: ['build'] })
  campaign = spawn(process.execPath, [...CAMPAIGN, ...process.argv.slice(2)], {
    cwd: ROOT,
    env,
    stdio: 'inherit',
    detached: true,
  })
  const held = leash(campaign.pid)
  const [ended] = await once(campaign, 'exit')
  // Whatever it has started and could not end.
  signalGroup(campaign.pid, 'SIGKILL')
  held.release()
  return ended ?? 1
}
