import { spawn } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findNode, installPackages } from './lib/install.mjs'
import { requireSystem } from './lib/machine.mjs'
import { report } from './lib/problem.mjs'
import { RunFiles } from './lib/run_files.mjs'
import { onStopRequest } from './lib/stop_signals.mjs'

// `npm run bench [-- NAME]`. Like bin/test.mjs: Node 20 installs, the Node of the packages measures.
const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..')
const stopping = new AbortController()
let runner

onStopRequest(() => {
  stopping.abort()
  runner?.kill('SIGTERM')
})

try {
  requireSystem({})
  await installPackages({
    root: ROOT,
    runFiles: new RunFiles(join(ROOT, '.cache', 'run')),
    signal: stopping.signal,
  })
  const main = join(ROOT, 'bin', 'lib', 'bench_main.mjs')
  runner = spawn(findNode(ROOT), [main, ...process.argv.slice(2)], { stdio: 'inherit' })
  runner.on('exit', (code) => (process.exitCode = code ?? 1))
} catch (error) {
  process.exitCode = 1
  report(error)
}
