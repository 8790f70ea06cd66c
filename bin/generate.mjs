import { spawn } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findNode, installPackages } from './lib/install.mjs'
import { requireSystem } from './lib/machine.mjs'
import { report } from './lib/problem.mjs'
import { RunFiles } from './lib/run_files.mjs'

// `npm run generate`: everything that is generated, anew from its sources. Like bin/test.mjs it begins on Node 20.
const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..')

try {
  requireSystem({ hasDatabase: Boolean(process.env.TEST_DATABASE_ADMIN_URL) })
  await installPackages({
    root: ROOT,
    runFiles: new RunFiles(join(ROOT, '.cache', 'run')),
    signal: new AbortController().signal,
  })
  const main = join(ROOT, 'bin', 'lib', 'generate_main.mjs')
  const runner = spawn(findNode(ROOT), [main], { stdio: 'inherit' })
  runner.on('exit', (code) => (process.exitCode = code ?? 1))
} catch (error) {
  report(error)
  process.exitCode = 1
}
