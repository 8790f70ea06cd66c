import { spawn } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findNode, installPackages } from './lib/install.mjs'
import { requireSystem } from './lib/machine.mjs'
import { report } from './lib/problem.mjs'
import { RunFiles } from './lib/run_files.mjs'

// `npm test [suite …] [--files=… --tests=… --tags=…]`. Plain JavaScript that an older Node can run: it installs the
// packages, and Node 24 with them, and goes on there.
const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..')

try {
  requireSystem({ hasDatabase: Boolean(process.env.TEST_DATABASE_ADMIN_URL) })
  await install()
  const child = spawn(findNode(ROOT), [join(ROOT, 'bin', 'lib', 'test_main.mjs'), ...process.argv.slice(2)], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    detached: true,
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill('SIGTERM'))
  child.on('close', (code) => process.exit(code ?? 1))
} catch (error) {
  report(error)
  process.exit(1)
}

async function install() {
  const stop = () => {
    process.emit('latchkey:stop')
    process.exit(130)
  }
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, stop)
  await installPackages({ root: ROOT, runFiles: new RunFiles(join(ROOT, '.cache', 'run')) })
  for (const signal of ['SIGINT', 'SIGTERM']) process.off(signal, stop)
}
