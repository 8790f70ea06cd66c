import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { joinDatabase, openDatabase } from './database.mjs'
import { environmentOf } from './environment.mjs'
import { Problem, report } from './problem.mjs'
import { RunFiles } from './run_files.mjs'
import { openSecrets } from './secrets.mjs'
import { readSettings } from './settings.mjs'

// The second half of bin/ace.mjs, on the Node of the packages.
const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
let child

process.on('SIGINT', () => {})
process.on('SIGTERM', () => child?.kill('SIGTERM'))

try {
  process.exitCode = await run(process.argv.slice(2))
} catch (error) {
  report(error)
  process.exitCode = 1
}

async function run(words) {
  const { settings, problems } = readSettings(process.env, ROOT)
  if (problems.length > 0) throw new Problem('E_SETTINGS', problems.join('\n'))
  if (!settings.DATABASE_URL && !existsSync(join(settings.DATA_DIR, 'secrets.json'))) {
    throw new Problem('E_NOTHING_HERE', `There is nothing in ${settings.DATA_DIR} yet: run npm start first`)
  }
  return withDatabase(settings, openSecrets(settings.DATA_DIR), (env) => ace(words, env))
}

/** Beside a running installation on its database; else on one that is opened for this, while nobody else starts. */
async function withDatabase(settings, secrets, work) {
  const runFiles = new RunFiles(join(settings.DATA_DIR, 'run'))
  const isRunning = runFiles.claim('start') !== undefined
  try {
    const given = { settings, secrets, onLost: report }
    const database = isRunning ? await joinDatabase(given) : await openDatabase(given)
    try {
      return await work(environmentOf({ root: ROOT, settings, secrets, urls: database.urls }))
    } finally {
      await database.stop()
    }
  } finally {
    if (!isRunning) runFiles.remove('start')
  }
}

function ace(words, env) {
  child = spawn(process.execPath, [join(ROOT, 'ace.js'), ...words], { cwd: ROOT, env, stdio: 'inherit' })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code) => resolve(code ?? 1))
  })
}
