import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { leash } from './leash.mjs'
import { say } from './narrate.mjs'
import { Problem, report } from './problem.mjs'
import { TestServices } from './test_services.mjs'

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..')

/** Every benchmark measures our path and its limit in one run, on services of its own. */
const BENCHES = {
  page: {
    about: 'the lead list for an API client, against the same statements on node:http',
    needs: ['database', 'build'],
  },
  auth: {
    about: 'one lead for an API client, against the same row without token and role',
    needs: ['database', 'build'],
  },
  fanout: {
    about:
      'events from the outbox to their effect with 1, 2 and 4 workers, against the inbox transaction and the broker alone',
    needs: ['database', 'broker', 'build'],
  },
  notify: {
    about:
      'a lead to its mail at 50/s, and an event to its consumer at 1,000/s, against one second and 100 ms',
    needs: ['database', 'broker', 'build'],
  },
  drain: {
    about: 'events that wait for the broker, until all have left with the workers beside, against 5,000/s',
    needs: ['database', 'broker', 'build'],
  },
  'mail-cost': {
    about: 'what a lead and its mail cost each process, in milliseconds of processor',
    needs: ['database', 'broker', 'build'],
  },
  fairness: {
    about: 'a small company’s mail while another sends 100,000, against the same when all is quiet',
    needs: ['database', 'broker', 'build'],
  },
  'fairness-events': {
    about:
      'a small company’s lead until its mail while another has 20,000, against the same when all is quiet',
    needs: ['database', 'broker', 'build'],
  },
  timeline: {
    about: 'histories, audit log, inbox and relay at five million events, against a hundred thousand',
    needs: ['database', 'broker'],
  },
  dashboard: {
    about: 'the dashboard over 90 days with 200,000 leads in them, against ten thousand',
    needs: ['database'],
  },
  qr: {
    about: 'a sheet of 10,000 labels, against encoding their symbols',
    needs: ['database', 'build'],
  },
  scan: {
    about: 'the page of a bound code with its scan recorded, against node:http and pg',
    needs: ['database', 'build'],
  },
  form: {
    about: 'a customer’s request until everybody is told of it, against its rows on node:http and pg',
    needs: ['database', 'broker', 'build'],
  },
  'crm-sync': {
    about: '20,000 customers (or as many as said) to a customer system, against as many batches as it allows',
    needs: ['database'],
  },
  lcp: {
    about: 'the largest paint of the public pages on a slow phone, against two and a half seconds',
    needs: ['database', 'build', 'browser'],
  },
  restart: {
    about: 'a process that was killed until it serves again, the web process until it takes a lead',
    needs: ['database', 'broker', 'build'],
  },
  'first-ready': { about: 'seconds until ready, from a bare clone and from an installed one', needs: [] },
}

const [name, ...given] = process.argv.slice(2)
const services = new TestServices({ root: ROOT })
process.on('SIGTERM', () => services.stop().then(() => process.exit(130)))

try {
  if (name) process.exitCode = await run(name)
  else for (const [known, { about }] of Object.entries(BENCHES)) say(`${known.padEnd(14)} ${about}`)
} catch (error) {
  process.exitCode = 1
  report(error)
} finally {
  await services.stop()
}

async function run(chosen) {
  const bench = BENCHES[chosen]
  if (!bench)
    throw new Problem('E_BENCH', `There is no benchmark "${chosen}": ${Object.keys(BENCHES).join(', ')}`)
  const env = await services.environment({ name: `bench_${chosen.replace('-', '_')}`, ...bench })
  const child = spawn(
    process.execPath,
    ['--import=@poppinss/ts-exec', 'tests/bench/run.ts', chosen, ...given],
    {
      cwd: ROOT,
      env,
      stdio: 'inherit',
      detached: true,
    }
  )
  const held = leash(child.pid)
  const [code] = await once(child, 'exit')
  held.release()
  return code ?? 1
}
