import { spawn } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findNode, installPackages } from './install.mjs'
import { requireSystem } from './machine.mjs'
import { report } from './problem.mjs'
import { RunFiles } from './run_files.mjs'
import { onStopRequest } from './stop_signals.mjs'

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
const STOPPED = 130

/**
 * Installs what is missing and goes on with `main` on the Node of the packages. Runs on Node 20 before anything is
 * installed: nothing here may come from node_modules.
 */
export async function onInstalledNode(main) {
  const stopping = new AbortController()
  let runner
  onStopRequest(() => {
    stopping.abort()
    runner?.kill('SIGTERM')
  })
  try {
    requireSystem({ hasDatabase: Boolean(process.env.TEST_DATABASE_ADMIN_URL) })
    const runFiles = new RunFiles(join(ROOT, '.cache', 'run'))
    await installPackages({ root: ROOT, runFiles, signal: stopping.signal })
    stopping.signal.throwIfAborted()
    runner = start(main)
    process.exitCode = await endOf(runner)
  } catch (error) {
    process.exitCode = 1
    if (!stopping.signal.aborted) report(error)
  }
  if (stopping.signal.aborted) process.exitCode = STOPPED
}

// In a process group of its own: a Ctrl-C reaches it once, through this process, and not a second time from the terminal.
function start(main) {
  return spawn(findNode(ROOT), [join(ROOT, 'bin', 'lib', main), ...process.argv.slice(2)], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    detached: true,
  })
}

function endOf(child) {
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code) => resolve(code ?? 1))
  })
}
