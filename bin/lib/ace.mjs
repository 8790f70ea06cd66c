import { spawn } from 'node:child_process'
import { leash } from './leash.mjs'
import { NODE_FLAGS_ONCE } from './node_flags.mjs'
import { Problem } from './problem.mjs'
import { signalGroup } from './processes.mjs'
import { reasonIn } from './reason.mjs'

// A build does not listen, and the rest is done again from where it was cut off.
const PATIENCE = 1_000

/** Runs one command of the application to its end. Its output is only shown, in one line, when it fails. */
export function runAce(words, { cwd, env, signal, purpose }) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...NODE_FLAGS_ONCE, `${cwd}/ace.js`, ...words], {
      cwd,
      env: { ...env, NO_COLOR: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    })
    const held = leash(child.pid)
    let patience
    const stop = () => {
      signalGroup(child.pid, 'SIGTERM')
      patience = setTimeout(() => signalGroup(child.pid, 'SIGKILL'), PATIENCE)
    }
    let output = ''
    signal.addEventListener('abort', stop, { once: true })
    child.stdout.on('data', (chunk) => (output += chunk))
    child.stderr.on('data', (chunk) => (output += chunk))
    child.on('close', (code) => {
      signal.removeEventListener('abort', stop)
      clearTimeout(patience)
      held.release()
      if (signal.aborted) {
        reject(signal.reason)
      } else if (code === 0) {
        resolve(output)
      } else {
        reject(
          new Problem('E_COMMAND', `${purpose} failed: ${reasonIn(output)} (node ace ${words.join(' ')})`)
        )
      }
    })
  })
}
