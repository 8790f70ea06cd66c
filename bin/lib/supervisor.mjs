import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Installation } from './installation.mjs'
import { say } from './narrate.mjs'
import { report } from './problem.mjs'
import { RunFiles } from './run_files.mjs'
import { readSettings } from './settings.mjs'

// The second half of bin/start.mjs, on the Node of the packages. Its parent hands the signals on; when the
// channel to the parent closes the parent was killed, and nobody else would end this.
const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
const { settings } = readSettings(process.env, ROOT)
const runFiles = new RunFiles(join(settings.DATA_DIR, 'run'))
const installation = new Installation({
  root: ROOT,
  settings,
  runFiles,
  isDevelopment: process.argv.includes('--dev'),
  onLost: (problem) => finish(problem),
})

let isFinishing = false

async function finish(problem) {
  if (isFinishing) return
  isFinishing = true
  if (problem) report(problem)
  await installation.stop().catch(report)
  runFiles.remove('supervisor')
  process.exit(problem ? 1 : 0)
}

async function hurry() {
  await installation.stop({ isHurried: true }).catch(report)
  process.exit(1)
}

process.on('SIGTERM', () => {
  say('Stopping …')
  finish()
})
process.on('SIGINT', hurry)
process.on('disconnect', () => finish())
process.stdout.on('error', () => {})
process.stderr.on('error', () => {})

runFiles.write('supervisor', process.pid)
try {
  await installation.start()
} catch (error) {
  if (!installation.signal.aborted) await finish(error)
}
