import { spawn } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { leash } from './leash.mjs'
import { NODE_FLAGS_ONCE } from './node_flags.mjs'

const EXIT_PATIENCE = 15_000
const KILL_AFTER = 5_000
/** In budgets. Generous, since a busy machine is no fault of the suite. */
const LIMIT = 3

/** Runs one suite to its end, or to its limit. Resolves to { passed, failed, skipped, failures, output, seconds }. */
export async function runSuite(suite, { root, env, words, isLive, signal }) {
  const resultPath = join(env.DATA_DIR, 'result.json')
  rmSync(resultPath, { force: true })
  const [program, ...args] = suite.command ? commandOf(suite, root) : japa(suite, words)
  const started = startProcess(program, args, { root, env: { ...env, TEST_RESULT_FILE: resultPath }, isLive })
  const ended = await waitForEnd(started, { resultPath, suite, signal })
  const counts = suite.command ? countCommand(suite, ended) : readCounts(resultPath, ended)
  return { ...judge(counts, ended), output: started.output(), seconds: ended.seconds }
}

function commandOf({ command }, root) {
  const [program, ...args] = command
  return [process.execPath, ...NODE_FLAGS_ONCE, join(root, 'node_modules', '.bin', program), ...args]
}

function japa({ name }, words) {
  return [
    process.execPath,
    ...NODE_FLAGS_ONCE,
    '--import=./tests/from_sources.mjs',
    'bin/japa.ts',
    name,
    ...words,
  ]
}

function startProcess(program, args, { root, env, isLive }) {
  const colors =
    isLive || process.stdout.isTTY ? { FORCE_COLOR: process.stdout.isTTY ? '1' : '0' } : { NO_COLOR: '1' }
  const child = spawn(program, args, {
    cwd: root,
    env: { ...env, ...colors },
    stdio: ['ignore', isLive ? 'inherit' : 'pipe', isLive ? 'inherit' : 'pipe'],
    detached: true,
  })
  const held = leash(child.pid)
  let output = ''
  child.stdout?.on('data', (chunk) => (output += chunk))
  child.stderr?.on('data', (chunk) => (output += chunk))
  child.on('close', () => held.release())
  return { child, output: () => (process.stdout.isTTY ? output : stripVTControlCharacters(output)) }
}

function waitForEnd({ child }, { resultPath, suite, signal }) {
  const start = Date.now()
  let reason
  return new Promise((resolve) => {
    const end = (why) => {
      reason ??= why
      killGroup(child, 'SIGTERM')
      setTimeout(() => killGroup(child, 'SIGKILL'), KILL_AFTER).unref()
    }
    const stop = () => end('interrupted')
    const limit = setTimeout(() => end('overdue'), suite.budget * 1000 * LIMIT)
    // The counts are written when the last test has ended: a process that stays after that has left something open.
    let writtenAt
    const watch = setInterval(() => {
      writtenAt ??= existsSync(resultPath) ? Date.now() : undefined
      if (writtenAt && Date.now() - writtenAt > EXIT_PATIENCE) end('lingering')
    }, 1000)
    signal.addEventListener('abort', stop, { once: true })
    child.on('error', () => resolve({ code: 127, seconds: 0 }))
    child.on('exit', (code) => {
      clearTimeout(limit)
      clearInterval(watch)
      signal.removeEventListener('abort', stop)
      killGroup(child, 'SIGKILL')
      resolve({ code: code ?? 1, reason, seconds: (Date.now() - start) / 1000 })
    })
  })
}

function countCommand({ name }, { code }) {
  return {
    passed: code === 0 ? 1 : 0,
    failed: code === 0 ? 0 : 1,
    skipped: [],
    failures: code === 0 ? [] : [name],
  }
}

function readCounts(path, { code, reason }) {
  if (!existsSync(path)) {
    const failures = reason ? [] : [`ended before its tests did (code ${code})`]
    return { passed: 0, failed: failures.length, skipped: [], failures }
  }
  const counts = JSON.parse(readFileSync(path, 'utf8'))
  const total = counts.passed + counts.failed + counts.skipped.length
  return total > 0 ? counts : { ...counts, failed: 1, failures: ['no test was found'] }
}

function judge(counts, { code, reason }) {
  const extra = {
    overdue: 'took more than three times its budget and was ended',
    interrupted: 'was interrupted',
    lingering: 'left something open and had to be ended',
  }[reason]
  if (extra) return { ...counts, failed: counts.failed + 1, failures: [...counts.failures, extra] }
  if (code !== 0 && counts.failed === 0)
    return { ...counts, failed: 1, failures: [`ended with code ${code}`] }
  return counts
}

function killGroup(child, signal) {
  try {
    process.kill(-child.pid, signal)
  } catch {
    return
  }
}
