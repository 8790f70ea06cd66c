import { spawn } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { canEnter, postgresAccount } from './postgres_account.mjs'
import { postgresBinaries } from './postgres_binaries.mjs'
import { Problem } from './problem.mjs'

export const POSTGRES_MAJOR = '18'
const LOCALE = [
  '--encoding=UTF8',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--locale=C.UTF-8',
]

/**
 * Finds or makes the cluster kept under `dir`: its password and name in dir/cluster.json, its files in dir/data,
 * or in a shelter under /var/lib when the account that runs it cannot enter `dir` (a clone in root's home).
 */
export async function openCluster({ root, dir, isDurable }) {
  mkdirSync(dir, { recursive: true, mode: 0o711 })
  const identity = readIdentity(dir)
  const account = postgresAccount(join(dir, 'data'))
  const shelter = shelterOf(dir, identity.id)
  const home = canEnter(dir, account) ? dir : openShelter(shelter)
  const cluster = {
    dir,
    shelter,
    account,
    password: identity.password,
    data: join(home, 'data'),
    log: join(dir, 'postgres.log'),
    binaries: postgresBinaries({ root, account, openShelter: () => openShelter(shelter) }),
  }
  clearUnfinished(cluster)
  if (existsSync(join(cluster.data, 'PG_VERSION'))) {
    refuseOtherMajor(cluster.data)
  } else {
    await initialise(cluster, isDurable)
  }
  return cluster
}

export function runAs({ account }) {
  return { ...account, cwd: '/', env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' } }
}

function readIdentity(dir) {
  const path = join(dir, 'cluster.json')
  if (!existsSync(path)) {
    const identity = { id: randomBytes(4).toString('hex'), password: randomBytes(24).toString('base64url') }
    writeFileSync(`${path}.new`, JSON.stringify(identity), { mode: 0o600 })
    renameSync(`${path}.new`, path)
  }
  return JSON.parse(readFileSync(path, 'utf8'))
}

function shelterOf(dir, id) {
  return join('/var/lib/latchkey', `${createHash('sha256').update(dir).digest('hex').slice(0, 8)}-${id}`)
}

// Its modes are set and not only asked for: a strict umask would shut the account out here too.
function openShelter(shelter) {
  mkdirSync(shelter, { recursive: true })
  for (const folder of [dirname(shelter), shelter]) chmodSync(folder, 0o711)
  return shelter
}

function refuseOtherMajor(data) {
  const major = readFileSync(join(data, 'PG_VERSION'), 'utf8').trim()
  if (major !== POSTGRES_MAJOR) {
    throw new Problem(
      'E_POSTGRES_MAJOR',
      `${data} holds data of PostgreSQL ${major}, this version runs PostgreSQL ${POSTGRES_MAJOR}: dump it with the old version and restore it here, or set DATA_DIR to another folder.`
    )
  }
}

// Made beside its place and renamed when whole: an interrupted first start leaves nothing that looks finished. Each has
// a place of its own, since what a killed one has started may write for another moment.
async function initialise(cluster, isDurable) {
  const unfinished = mkdtempSync(`${cluster.data}.unfinished-`)
  const secret = mkdtempSync(join(tmpdir(), 'latchkey-'))
  const passwordFile = join(secret, 'password')
  try {
    writeFileSync(passwordFile, `${cluster.password}\n`, { mode: 0o600 })
    for (const path of [unfinished, secret, passwordFile]) give(path, cluster.account)

    const flags = [
      `--pgdata=${unfinished}`,
      `--pwfile=${passwordFile}`,
      '--username=postgres',
      '--auth=scram-sha-256',
    ]
    const sync = isDurable ? [] : ['--no-sync']
    const program = join(cluster.binaries, 'bin', 'initdb')
    const { code, output } = await run(program, [...flags, ...LOCALE, ...sync], runAs(cluster))
    if (code !== 0)
      throw new Problem('E_INITDB', `PostgreSQL could not make its data folder: ${reasonIn(output)}`)
    renameSync(unfinished, cluster.data)
  } finally {
    rmSync(secret, { recursive: true, force: true })
  }
}

function clearUnfinished({ data }) {
  const folder = dirname(data)
  for (const name of readdirSync(folder).filter((each) => each.startsWith(`${basename(data)}.unfinished`))) {
    try {
      rmSync(join(folder, name), { recursive: true, force: true, maxRetries: 3 })
    } catch {
      // What a killed start had begun still writes there; the next start clears it up.
    }
  }
}

function give(path, { uid, gid }) {
  if (uid !== undefined) chownSync(path, uid, gid)
}

function run(program, flags, options) {
  return new Promise((resolve) => {
    const child = spawn(program, flags, { ...options, stdio: ['ignore', 'ignore', 'pipe'] })
    let output = ''
    child.stderr.on('data', (chunk) => (output += chunk))
    child.on('error', (error) => (output += error.message))
    child.on('close', (code) => resolve({ code, output }))
  })
}

function reasonIn(output) {
  return output.split('\n').find((line) => /error|fatal/i.test(line)) ?? output.trim()
}
