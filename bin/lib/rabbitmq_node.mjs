import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { probeAmqp } from './amqp_probe.mjs'
import { freePort } from './free_port.mjs'
import { leash } from './leash.mjs'
import { Problem } from './problem.mjs'
import { stopProcess, waitForExit } from './processes.mjs'
import { whereIs } from './rabbitmq_packages.mjs'

const START_TIMEOUT = 60_000
const GRACEFUL = [
  ['SIGTERM', 15_000],
  ['SIGKILL', 2_000],
]
const HOMES = [
  'usr/lib/rabbitmq/lib',
  'usr/local/lib/rabbitmq/lib',
  'opt/rabbitmq',
  'opt/homebrew/opt/rabbitmq',
  'usr/local/opt/rabbitmq',
]

/** The folder of RabbitMQ with its own sbin/: the commands on the PATH insist on an account of their own. */
export function installedRabbit(root = '/') {
  const candidates = HOMES.map((home) => join(root, home)).flatMap((home) => [home, ...versionsIn(home)])
  return candidates.find((home) => existsSync(join(home, 'sbin', 'rabbitmq-server')))
}

/**
 * Starts one broker with everything of its own: free ports on loopback, name, cookie, data and port mapper (epmd).
 * `root` is the folder of an unpacked Erlang; without it Erlang is the one on the PATH.
 */
export async function startRabbitNode({ home, root, port }) {
  const epmdPath = root ? join(root, 'usr/lib/erlang/bin/epmd') : findEpmd()
  const dir = mkdtempSync(join(tmpdir(), 'latchkey-rabbitmq-'))
  const node = {
    dir,
    home,
    root,
    port: port ?? (await freePort()),
    distPort: await freePort(),
    epmdPort: await freePort(),
  }
  prepare(node)
  const epmd = spawn(epmdPath, ['-port', String(node.epmdPort), '-address', '127.0.0.1'], {
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
    keeper = leash(beam.pid, epmd.pid)
    await waitUntilReady(url, beam, node)
  }
  const kill = async () => {
    process.kill(beam.pid, 'SIGKILL')
    await waitForExit(beam.pid, 5_000)
    keeper.release()
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
  return { url, log: join(dir, 'console.log'), stop, kill, restart: start }
}

function versionsIn(folder) {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => name.startsWith('rabbitmq_server-'))
    .map((name) => join(folder, name))
}

function findEpmd() {
  const path = whereIs('epmd')
  if (!path || !whereIs('erl'))
    throw new Problem('E_NO_ERLANG', 'RabbitMQ is installed, but Erlang is not on the PATH.')
  return path
}

// The links stand in for paths with spaces, which RabbitMQ's shell scripts do not survive.
function prepare({ dir, home, root }) {
  for (const folder of ['data', 'log', 'home']) mkdirSync(join(dir, folder))
  symlinkSync(home, join(dir, 'rabbitmq'))
  if (root) symlinkSync(join(root, 'usr/lib/erlang'), join(dir, 'erlang'))
  writeFileSync(join(dir, 'home', '.erlang.cookie'), randomBytes(20).toString('hex'), { mode: 0o400 })
  writeFileSync(join(dir, 'enabled_plugins'), '[].\n')
  writeFileSync(join(dir, 'empty.conf'), '')
  writeFileSync(
    join(dir, 'rabbitmq.conf'),
    [
      'log.file = false',
      'log.console = true',
      'log.console.level = warning',
      'disk_free_limit.absolute = 50MB',
      'raft.wal_max_size_bytes = 33554432',
      '',
    ].join('\n')
  )
}

function spawnBeam(node) {
  const log = openSync(join(node.dir, 'console.log'), 'a')
  const beam = spawn('/bin/sh', [join(node.dir, 'rabbitmq/sbin/rabbitmq-server')], {
    cwd: node.dir,
    env: environment(node),
    stdio: ['ignore', log, log],
    detached: true,
  })
  closeSync(log)
  beam.on('error', () => {})
  return beam
}

function environment({ dir, root, port, distPort, epmdPort }) {
  const erlang = join(dir, 'erlang')
  const unpacked = root && {
    ERL_ROOTDIR: erlang,
    PATH: `${join(erlang, 'bin')}:${process.env.PATH}`,
    LD_LIBRARY_PATH: libraryFolders(root).join(':'),
  }
  return {
    PATH: process.env.PATH,
    LANG: 'C.UTF-8',
    HOME: join(dir, 'home'),
    RUNNING_UNDER_SYSTEMD: 'true',
    ERL_EPMD_PORT: String(epmdPort),
    ERL_EPMD_ADDRESS: '127.0.0.1',
    RABBITMQ_NODENAME: `latchkey-${port}@localhost`,
    RABBITMQ_NODE_IP_ADDRESS: '127.0.0.1',
    RABBITMQ_NODE_PORT: String(port),
    RABBITMQ_DIST_PORT: String(distPort),
    RABBITMQ_MNESIA_BASE: join(dir, 'data'),
    RABBITMQ_LOG_BASE: join(dir, 'log'),
    RABBITMQ_CONFIG_FILE: join(dir, 'rabbitmq.conf'),
    RABBITMQ_CONF_ENV_FILE: join(dir, 'empty.conf'),
    RABBITMQ_ENABLED_PLUGINS_FILE: join(dir, 'enabled_plugins'),
    RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS: '-kernel inet_dist_use_interface {127,0,0,1} +S 2:2',
    ...unpacked,
  }
}

function libraryFolders(root) {
  const base = join(root, 'usr/lib')
  return readdirSync(base)
    .filter((name) => name.includes('-linux-'))
    .map((name) => join(base, name))
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
