import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { report } from './problem.mjs'
import { TestRun } from './test_run.mjs'

// The second half of bin/test.mjs, on the Node of the packages. Its parent hands the signals on; when the channel to
// the parent closes the parent was killed, and nobody else would end this.
const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..')

let isStopping = false

try {
  const run = new TestRun({ root: ROOT, words: process.argv.slice(2) })
  for (const event of ['SIGTERM', 'SIGINT', 'disconnect']) process.on(event, () => stop(run))
  process.exit(await run.run())
} catch (error) {
  report(error)
  process.exit(1)
}

// The second request ends at once; what was started is on a leash and ends with this process.
function stop(run) {
  if (isStopping) process.exit(1)
  isStopping = true
  run.interrupt()
}
