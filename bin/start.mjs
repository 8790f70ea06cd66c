import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findNode, installPackages } from './lib/install.mjs'
import { DATA_MEGABYTES, requireNode, requireSpace, requireSystem, requireWritable } from './lib/machine.mjs'
import { say } from './lib/narrate.mjs'
import { Problem, report } from './lib/problem.mjs'
import { RunFiles } from './lib/run_files.mjs'
import { readSettings } from './lib/settings.mjs'
import { onStopRequest } from './lib/stop_signals.mjs'

// Runs on Node 20 before anything is installed: nothing here may come from node_modules.
const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..')
const STOPPED = 130
const stopping = new AbortController()
let supervisor

onStopRequest(() => {
  supervisor?.kill(stopping.signal.aborted ? 'SIGINT' : 'SIGTERM')
  stopping.abort()
})

try {
  process.exitCode = await start()
} catch (error) {
  if (stopping.signal.aborted) {
    process.exitCode = STOPPED
    say('Stopped: the next start carries on from here')
  } else {
    process.exitCode = 1
    report(error)
  }
}

async function start() {
  requireNode()
  if (existsSync(join(ROOT, '.env'))) process.loadEnvFile(join(ROOT, '.env'))
  const { settings, problems } = readSettings(process.env, ROOT)
  if (problems.length > 0) throw new Problem('E_SETTINGS', problems.join('\n'))

  requireSystem({ hasDatabase: settings.DATABASE_URL !== undefined })
  requireWritable(settings.DATA_DIR, 'set DATA_DIR to a folder of yours, or run as its owner')
  requireSpace(settings.DATA_DIR, DATA_MEGABYTES)
  const runFiles = new RunFiles(join(settings.DATA_DIR, 'run'))
  const holder = runFiles.claim('start')
  if (holder)
    throw new Problem(
      'E_RUNNING',
      `Latchkey already runs from this folder (process ${holder}): stop it first`
    )

  try {
    await runFiles.sweep()
    await installPackages({ root: ROOT, runFiles, signal: stopping.signal })
    return await supervise(findNode(ROOT))
  } finally {
    runFiles.remove('start')
  }
}

// In a process group of its own: a Ctrl-C reaches it once, through this process, and not a second time from the terminal.
function supervise(node) {
  stopping.signal.throwIfAborted()
  supervisor = spawn(node, [join(ROOT, 'bin', 'lib', 'supervisor.mjs'), ...process.argv.slice(2)], {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    detached: true,
  })
  return new Promise((resolve, reject) => {
    supervisor.on('error', reject)
    supervisor.on('exit', (code) => resolve(code ?? 1))
  })
}
