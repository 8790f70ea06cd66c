import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

export function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return !isZombie(pid)
  } catch (error) {
    return error.code === 'EPERM'
  }
}

/** The command line of a process, or an empty string when it is gone. */
export function commandOf(pid) {
  try {
    if (existsSync('/proc/self/cmdline')) {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').join(' ').trim()
    } else {
      return execFileSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8' }).trim()
    }
  } catch {
    return ''
  }
}

/** When a process began, in its system's own words: with the id it names one process and no later one. */
export function beginningOf(pid) {
  return factOf(pid, { field: 19, column: 'lstart' })
}

export function parentOf(pid) {
  return Number(factOf(pid, { field: 1, column: 'ppid' }))
}

export async function waitForExit(pid, milliseconds) {
  const deadline = Date.now() + milliseconds
  while (isAlive(pid) && Date.now() < deadline) await sleep(50)
  return !isAlive(pid)
}

/** Sends each signal in turn until the process is gone. */
export async function stopProcess(pid, steps) {
  for (const [signal, milliseconds] of steps) {
    sendSignal(pid, signal)
    if (await waitForExit(pid, milliseconds)) return true
  }
  return !isAlive(pid)
}

// Counted after the program's name, which stands in brackets and may hold anything.
function factOf(pid, { field, column }) {
  try {
    if (existsSync('/proc/self/stat')) {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
      return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[field]
    } else {
      return execFileSync('ps', ['-p', String(pid), '-o', `${column}=`], { encoding: 'utf8' }).trim()
    }
  } catch {
    return ''
  }
}

/** To a process and all that it started, when it leads a group of its own. */
export function signalGroup(pid, signal) {
  sendSignal(-pid, signal)
}

function sendSignal(pid, signal) {
  try {
    process.kill(pid, signal)
  } catch (error) {
    if (error.code !== 'ESRCH') throw error
  }
}

function isZombie(pid) {
  try {
    return /^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
  } catch {
    return false
  }
}
