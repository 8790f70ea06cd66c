import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { probeAmqp } from './amqp_probe.mjs'
import { freePort } from './free_port.mjs'
import { leash } from './leash.mjs'
import { Problem } from './problem.mjs'
import { stopProcess, waitForExit } from './processes.mjs'
import { epmdOf, nodeEnvironment, prepareNode } from './rabbitmq_home.mjs'

const START_TIMEOUT = 60_000
const GRACEFUL = [
  ['SIGTERM', 15_000],
  ['SIGKILL', 2_000],
]

/**
 * Starts one broker with everything of its own: free ports on loopback, name, cookie, data and port mapper (epmd).
 * `root` is the folder of an unpacked Erlang; without it Erlang is the one on the PATH.
 */
export async function startRabbitNode({ home, root, port }) {
  const dir = mkdtempSync(join(tmpdir(), 'latchkey-rabbitmq-'))
  const node = {
    dir,
    home,
    root,
    port: port ?? (await freePort()),
    distPort: await freePort(),
    epmdPort: await freePort(),
  }
  prepareNode(node)
  const epmd = spawn(epmdOf(root), ['-port', String(node.epmdPort), '-address', '127.0.0.1'], {
    detached: true,
    stdio: 'ignore',
    cwd: '/',
  })
  epmd.on('error', () => {})

  const url = `amqp://guest:guest@127.0.0.1:${node.port}`
  let beam
  let keeper
  const start = async () => {
    beam = spawnBeam(node)
    keeper?.release()
    keeper = leash(beam.pid, epmd.pid)
    await waitUntilReady(url, beam, node)
  }
  const kill = async () => {
    process.kill(beam.pid, 'SIGKILL')
    await waitForExit(beam.pid, 5_000)
  }
  const stop = async () => {
    if (beam.pid) await stopProcess(beam.pid, GRACEFUL)
    if (epmd.pid) await stopProcess(epmd.pid, [['SIGKILL', 2_000]])
    keeper?.release()
    rmSync(dir, { recursive: true, force: true, maxRetries: 5 })
  }
  try {
    await start()
  } catch (error) {
    await stop()
    throw error
  }
  return {
    url,
    log: join(dir, 'console.log'),
    stop,
    kill,
    restart: start,
    control: (words) => control(node, words),
  }
}

/** Runs rabbitmqctl on the node. */
async function control(node, words) {
  const program = join(node.dir, 'rabbitmq/sbin/rabbitmqctl')
  const child = spawn('/bin/sh', [program, ...words], {
    cwd: node.dir,
    env: nodeEnvironment(node),
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let errors = ''
  child.stderr.on('data', (chunk) => (errors += chunk))
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Problem('E_RABBITMQ_CONTROL', `rabbitmqctl ${words.join(' ')}: ${errors.trim()}`)
}

function spawnBeam(node) {
  const log = openSync(join(node.dir, 'console.log'), 'a')
  const beam = spawn('/bin/sh', [join(node.dir, 'rabbitmq/sbin/rabbitmq-server')], {
    cwd: node.dir,
    env: nodeEnvironment(node),
    stdio: ['ignore', log, log],
    detached: true,
  })
  closeSync(log)
  beam.on('error', () => {})
  return beam
}

async function waitUntilReady(url, beam, { dir }) {
  const deadline = Date.now() + START_TIMEOUT
  while ((await probeAmqp(url)) !== 'ready') {
    if (
      beam.exitCode !== null ||
      beam.signalCode !== null ||
      beam.pid === undefined ||
      Date.now() > deadline
    ) {
      throw new Problem('E_RABBITMQ_START', `RabbitMQ did not start: ${lastLine(join(dir, 'console.log'))}`)
    }
    await sleep(100)
  }
}

function lastLine(path) {
  const lines = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim())
  return lines.findLast((line) => /error|failed|cannot/i.test(line)) ?? lines.at(-1) ?? 'no reason given'
}
