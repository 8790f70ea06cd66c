import { spawn } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { freePort } from './free_port.mjs'
import { openCluster, runAs } from './postgres_cluster.mjs'
import { keepDatabase } from './postgres_keeper.mjs'
import { Problem } from './problem.mjs'
import { commandOf, isAlive, stopProcess } from './processes.mjs'

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
const GRACEFUL = [
  ['SIGINT', 20_000],
  ['SIGQUIT', 5_000],
  ['SIGKILL', 2_000],
]
const START_TIMEOUT = 60_000
const LOG_LIMIT = 10 * 1024 * 1024

/**
 * Runs the embedded PostgreSQL on the cluster kept under `dir`, making it when it is not there.
 * `settings` are server settings ({ fsync: 'off' }); `port` is a free one unless given.
 * `onExit` hears when the server ends without having been asked to.
 */
export async function startPostgres({
  dir,
  port,
  settings = {},
  isDurable = true,
  root = ROOT,
  onExit = () => {},
}) {
  const cluster = await openCluster({ root, dir, isDurable })
  await stopOrphan(cluster)
  rotateLog(cluster.log)

  const server = await launch(cluster, port, settings)
  const keeper = keepDatabase(cluster)
  let isStopping = false
  server.child.once('exit', () => isStopping || onExit())

  return {
    port: server.port,
    pid: server.child.pid,
    log: cluster.log,
    data: cluster.data,
    shelter: cluster.shelter,
    adminUrl: `postgres://postgres:${cluster.password}@127.0.0.1:${server.port}/postgres`,
    async stop() {
      isStopping = true
      await stopProcess(server.child.pid, GRACEFUL)
      keeper.release()
    },
  }
}

/** Where the server of another process of this installation listens. */
export async function runningPort(dir) {
  const { data } = await openCluster({ root: ROOT, dir })
  const file = join(data, 'postmaster.pid')
  const [pid, , , port] = existsSync(file) ? readFileSync(file, 'utf8').split('\n').map(Number) : []
  if (!port || !isAlive(pid))
    throw new Problem('E_POSTGRES_STARTING', 'The database is not up yet: try again in a moment')
  return port
}

/** The database of a start that was killed is still there: end it before its files are opened again. */
async function stopOrphan({ data }) {
  const file = join(data, 'postmaster.pid')
  const pid = existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : 0
  const isOurs = pid > 0 && isAlive(pid) && commandOf(pid).includes(data)
  if (isOurs && !(await stopProcess(pid, GRACEFUL))) {
    throw new Problem(
      'E_POSTGRES_BUSY',
      `PostgreSQL (process ${pid}) still uses ${data} and cannot be stopped.`
    )
  }
  rmSync(file, { force: true })
}

async function launch(cluster, wantedPort, settings) {
  const port = wantedPort ?? (await freePort())
  const logStart = existsSync(cluster.log) ? statSync(cluster.log).size : 0
  const log = openSync(cluster.log, 'a', 0o600)
  const child = spawn(join(cluster.binaries, 'bin', 'postgres'), serverFlags(cluster, port, settings), {
    ...runAs(cluster),
    stdio: ['ignore', log, log],
    detached: true,
  })
  closeSync(log)
  child.on('error', () => {})

  const deadline = Date.now() + START_TIMEOUT
  while (!isReady(cluster, child)) {
    if (child.exitCode !== null || child.pid === undefined || Date.now() > deadline) {
      child.kill('SIGQUIT')
      throw new Problem(
        'E_POSTGRES_START',
        `PostgreSQL did not start: ${lastError(cluster.log, logStart)} (${cluster.log})`
      )
    }
    await sleep(25)
  }
  return { child, port }
}

function serverFlags({ data }, port, settings) {
  const all = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '200',
    // Outbox and turns are emptied as fast as they fill, and whoever looks for their first row passes the dead ones.
    autovacuum_naptime: '5s',
    log_line_prefix: '%m [%p] %q%u@%d ',
    ...settings,
  }
  return [
    '-D',
    data,
    '-p',
    String(port),
    ...Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ]
}

// The eighth line of postmaster.pid is the server's own word for its state (pg_ctl waits for the same).
function isReady({ data }, child) {
  try {
    const lines = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')
    return Number(lines[0]) === child.pid && lines[7]?.trim() === 'ready'
  } catch {
    return false
  }
}

function lastError(path, from) {
  const lines = readFileSync(path).subarray(from).toString('utf8').split('\n')
  const line = lines.findLast((text) => /FATAL|PANIC|error/i.test(text))
  return line?.replace(/^.*?(FATAL|PANIC):\s*/, '') ?? 'no reason given'
}

function rotateLog(path) {
  if (existsSync(path) && statSync(path).size > LOG_LIMIT) renameSync(path, `${path}.1`)
}
