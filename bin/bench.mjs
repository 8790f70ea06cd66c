import { spawn } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findNode, installPackages } from './lib/install.mjs'
import { requireSystem } from './lib/machine.mjs'
import { report } from './lib/problem.mjs'
import { RunFiles } from './lib/run_files.mjs'

// `npm run bench [-- NAME]`. Like bin/test.mjs: Node 20 installs, the Node of the packages measures.
const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..')

try {
  requireSystem({})
  await installPackages({ root: ROOT, runFiles: new RunFiles(join(ROOT, '.cache', 'run')) })
  const main = join(ROOT, 'bin', 'lib', 'bench_main.mjs')
  const runner = spawn(findNode(ROOT), [main, ...process.argv.slice(2)], { stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => runner.kill('SIGTERM'))
  runner.on('exit', (code) => (process.exitCode = code ?? 1))
} catch (error) {
  process.exitCode = 1
  report(error)
}
