import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** How long a stranger waits: `npm start` in a bare clone with an empty npm cache, and again in the installed one. */
export default {
  name: 'first-ready',

  async run() {
    const folder = await mkdtemp(join(tmpdir(), 'latchkey-first-'))
    const clone = join(folder, 'latchkey')
    await run('git', ['clone', '--quiet', process.cwd(), clone])
    try {
      const bareSeconds = await secondsUntilReady(clone, join(folder, 'npm-cache'))
      const installedSeconds = await secondsUntilReady(clone, join(folder, 'npm-cache'))
      return { details: { bareSeconds, installedSeconds } }
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  },
}

async function secondsUntilReady(clone: string, cache: string) {
  const startedAt = Date.now()
  const child = spawn('npm', ['start'], {
    cwd: clone,
    env: { PATH: outsidePath(), HOME: process.env.HOME, PORT: process.env.PORT, npm_config_cache: cache },
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  })
  const exit = once(child, 'exit')
  let seconds = Number.NaN
  for await (const line of createInterface({ input: child.stdout })) {
    if (!line.startsWith('Latchkey is ready')) continue
    seconds = (Date.now() - startedAt) / 1000
    process.kill(-child.pid!, 'SIGINT')
  }
  await exit
  if (Number.isNaN(seconds)) throw new Error('npm start ended before the product was ready')
  return seconds
}

/** Without this project's own programs, so that the clone has to bring its Node along. */
function outsidePath() {
  return process.env
    .PATH!.split(':')
    .filter((folder) => !folder.includes('node_modules'))
    .join(':')
}
