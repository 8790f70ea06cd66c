import { execFile } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { Problem } from './problem.mjs'
import { whereIs } from './where_is.mjs'

const run = promisify(execFile)
const PACKAGE = 'rabbitmq-server'
const UNFINISHED = 'rabbitmq-unpacking-'
// What the broker needs on Debian beside its libraries; the rest of its dependencies serve the system service.
const WANTED = /^(rabbitmq-server|erlang-|lib(?!c6$))/

export function hasDebianTools() {
  return ['apt-get', 'dpkg-deb'].every((name) => whereIs(name) !== undefined)
}

/** The folder with RabbitMQ and Erlang unpacked from Debian's packages, made when it is not there. The system stays as it is. */
export async function unpackedRabbit({ cache, say }) {
  const home = join(cache, 'rabbitmq')
  if (!existsSync(home)) {
    mkdirSync(cache, { recursive: true })
    removeInterrupted(cache)
    const work = mkdtempSync(join(cache, UNFINISHED))
    try {
      await downloadPackages(work, say)
      await unpack(work)
      patchErlang(join(work, 'root'))
      if (!existsSync(home)) renameSync(join(work, 'root'), home)
    } finally {
      rmSync(work, { recursive: true, force: true })
    }
  }
  return home
}

function removeInterrupted(cache) {
  const folders = readdirSync(cache)
    .filter((name) => name.startsWith(UNFINISHED))
    .map((name) => join(cache, name))
  const isOld = (folder) => Date.now() - statSync(folder).mtimeMs > 15 * 60_000
  for (const folder of folders.filter(isOld)) rmSync(folder, { recursive: true, force: true })
}

/** With the machine's own package lists; where it has none, or stale ones, with fresh lists in a folder of ours. */
async function downloadPackages(work, say) {
  const options = privateApt(work)
  try {
    await download(work, options, say)
  } catch {
    say('reading the package lists of this Debian or Ubuntu')
    const own = [...options, '-o', `Dir::State::lists=${work}/lists/`]
    await apt(work, own, 'update')
    await download(work, own, say)
  }
}

async function download(work, options, say) {
  const plan = await apt(work, options, '-s', '--no-install-recommends', 'install', PACKAGE)
  const lines = [...plan.matchAll(/^Inst (\S+) .*?\((\S+) /gm)].filter(([, name]) => WANTED.test(name))
  say(`downloading RabbitMQ and Erlang: ${lines.length} packages, about 35 MB`)
  await apt(work, options, 'download', ...lines.map(([, name, version]) => `${name}=${version}`))
}

/** apt with the machine's sources and keys, but a state and a cache of its own, so that it needs no rights and leaves no trace. */
function privateApt(work) {
  for (const folder of ['lists/partial', 'archives/partial', 'debs'])
    mkdirSync(join(work, folder), { recursive: true })
  writeFileSync(join(work, 'status'), installedPackages())
  return [
    `Dir::State::status=${work}/status`,
    `Dir::Cache=${work}/`,
    `Dir::Cache::archives=${work}/archives/`,
    'Dir::Cache::pkgcache=',
    'Dir::Cache::srcpkgcache=',
    'APT::Sandbox::User=',
    'Debug::NoLocking=true',
    'Acquire::Retries=3',
    'Acquire::http::Timeout=20',
  ].flatMap((option) => ['-o', option])
}

// Erlang counts as missing even where a part of it is installed: the broker then has all of it from one place.
function installedPackages() {
  try {
    const packages = readFileSync('/var/lib/dpkg/status', 'utf8').split('\n\n')
    return packages.filter((text) => !/^Package: (erlang-|rabbitmq-)/m.test(text)).join('\n\n')
  } catch {
    return ''
  }
}

async function unpack(work) {
  const debs = join(work, 'debs')
  mkdirSync(join(work, 'root'))
  for (const file of readdirSync(debs).filter((name) => name.endsWith('.deb'))) {
    await execute('dpkg-deb', ['-x', join(debs, file), join(work, 'root')])
  }
}

// Debian writes its own path into `erl`; the environment names it instead, so that the cache may be moved.
function patchErlang(root) {
  const path = join(root, 'usr', 'lib', 'erlang', 'bin', 'erl')
  const text = readFileSync(path, 'utf8')
  const patched = text.replaceAll(/ROOTDIR=("?)\/usr\/lib\/erlang\1$/gm, 'ROOTDIR="$ERL_ROOTDIR"')
  if (patched === text) throw new Problem('E_RABBITMQ', `Erlang's start script is not as expected: ${path}`)
  writeFileSync(path, patched, { mode: 0o755 })
}

function apt(work, options, ...args) {
  return execute('apt-get', [...options, ...args], join(work, 'debs'))
}

async function execute(program, args, cwd = '/') {
  const env = { ...process.env, LC_ALL: 'C', DEBIAN_FRONTEND: 'noninteractive' }
  try {
    const { stdout } = await run(program, args, { cwd, env, maxBuffer: 64 * 1024 * 1024 })
    return stdout
  } catch (error) {
    const lines = (error.stderr || error.message).split('\n')
    const reason = lines.find((line) => line.startsWith('E: ')) ?? lines[0]
    throw new Problem('E_APT', `${program}: ${reason.replace(/^E: /, '')}`)
  }
}
