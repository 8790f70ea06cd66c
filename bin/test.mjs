import { spawn } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findNode, installPackages } from './lib/install.mjs'
import { requireSystem } from './lib/machine.mjs'
import { report } from './lib/problem.mjs'
import { RunFiles } from './lib/run_files.mjs'
import { onStopRequest } from './lib/stop_signals.mjs'

// `npm test [-- suite … --files=… --tests=… --tags=…]`. Runs on Node 20 before anything is installed: nothing here may
// come from node_modules. The suites run on the Node of the packages.
const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..')
const STOPPED = 130
const stopping = new AbortController()
let runner

onStopRequest(() => {
  stopping.abort()
  runner?.kill('SIGTERM')
})

try {
  requireSystem({ hasDatabase: Boolean(process.env.TEST_DATABASE_ADMIN_URL) })
  await installPackages({
    root: ROOT,
    runFiles: new RunFiles(join(ROOT, '.cache', 'run')),
    signal: stopping.signal,
  })
  process.exitCode = await runSuites(findNode(ROOT))
} catch (error) {
  process.exitCode = 1
  if (!stopping.signal.aborted) report(error)
}
if (stopping.signal.aborted) process.exitCode = STOPPED

// In a process group of its own: a Ctrl-C reaches it once, through this process, and not a second time from the terminal.
function runSuites(node) {
  stopping.signal.throwIfAborted()
  runner = spawn(node, [join(ROOT, 'bin', 'lib', 'test_main.mjs'), ...process.argv.slice(2)], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    detached: true,
  })
  return new Promise((resolve, reject) => {
    runner.on('error', reject)
    runner.on('exit', (code) => resolve(code ?? 1))
  })
}
