import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/** The other side of a benchmark, in a process of its own: it is told what it serves, and tells where. */
export async function startLimit(script: string, told: unknown = null, env = process.env) {
  const path = fileURLToPath(new URL(script, import.meta.url))
  const child = spawn(process.execPath, ['--import=@poppinss/ts-exec', path], {
    env,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  child.send({ told })
  // The framework's own server says first that it is ready, in words of its own.
  let url: unknown
  while (typeof url !== 'string') [url] = await once(child, 'message')
  return { url, stop: () => child.kill() }
}

export async function whatIsTold<Told>() {
  const [{ told }] = (await once(process, 'message')) as [{ told: Told }]
  return told
}
