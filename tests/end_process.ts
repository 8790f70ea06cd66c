import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'

const PATIENCE = 15_000

/** Node may stay for ever although it has finished (https://github.com/nodejs/node/issues/54918): whoever does is killed. */
export async function endProcess(child: ChildProcess, signal: NodeJS.Signals = 'SIGTERM') {
  if (!isRunning(child)) return
  const exit = once(child, 'exit')
  child.kill(signal)
  const hurry = setTimeout(() => child.kill('SIGKILL'), PATIENCE)
  await exit
  clearTimeout(hurry)
}

export function isRunning(child: ChildProcess) {
  return child.exitCode === null && child.signalCode === null
}
