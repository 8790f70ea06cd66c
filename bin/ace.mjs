import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findNode } from './lib/install.mjs'
import { requireNode } from './lib/machine.mjs'
import { report } from './lib/problem.mjs'

// `npm run ace -- <command>`: a command of the application, on the database and with the keys of `npm start`.
// Starts on Node 20: nothing here may come from node_modules.
const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..')

try {
  requireNode()
  if (existsSync(join(ROOT, '.env'))) process.loadEnvFile(join(ROOT, '.env'))
  const main = join(ROOT, 'bin', 'lib', 'ace_main.mjs')
  const child = spawn(findNode(ROOT), [main, ...process.argv.slice(2)], { stdio: 'inherit' })
  // A Ctrl-C reaches the child from the terminal too: it puts away what it opened, then this ends.
  process.on('SIGINT', () => {})
  process.on('SIGTERM', () => child.kill('SIGTERM'))
  child.on('exit', (code) => (process.exitCode = code ?? 1))
} catch (error) {
  report(error)
  process.exitCode = 1
}
