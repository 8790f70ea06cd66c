import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Problem } from './problem.mjs'
import { whereIs } from './where_is.mjs'

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

function versionsIn(folder) {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => name.startsWith('rabbitmq_server-'))
    .map((name) => join(folder, name))
}

/** The port mapper of the Erlang on the PATH, or of the unpacked one. */
export function epmdOf(root) {
  return root ? join(root, 'usr/lib/erlang/bin/epmd') : findEpmd()
}

function findEpmd() {
  const path = whereIs('epmd')
  if (!path || !whereIs('erl'))
    throw new Problem('E_NO_ERLANG', 'RabbitMQ is installed, but Erlang is not on the PATH.')
  return path
}

/** Fills the folder of a node. The links stand in for paths with spaces, which RabbitMQ's shell scripts do not survive. */
export function prepareNode({ dir, home, root }) {
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

/** Names everything that RabbitMQ and Erlang would otherwise share with others on this machine. */
export function nodeEnvironment({ dir, root, port, distPort, epmdPort }) {
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
    // Without the last three an idle scheduler spins, on cores that the others need.
    RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS:
      '-kernel inet_dist_use_interface {127,0,0,1} +S 2:2 +sbwt none +sbwtdcpu none +sbwtdio none',
    ...unpacked,
  }
}

function libraryFolders(root) {
  const base = join(root, 'usr/lib')
  return readdirSync(base)
    .filter((name) => name.includes('-linux-'))
    .map((name) => join(base, name))
}
