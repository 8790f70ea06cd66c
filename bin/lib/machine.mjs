import { accessSync, constants, existsSync, mkdirSync, statfsSync } from 'node:fs'
import { userInfo } from 'node:os'
import { dirname } from 'node:path'
import { Problem } from './problem.mjs'

export const INSTALL_MEGABYTES = 1600
export const DATA_MEGABYTES = 300
const OLDEST_NODE = [20, 12]

export function requireNode(version = process.versions.node) {
  if (!isRecent(version)) {
    throw new Problem(
      'E_NODE_VERSION',
      `Latchkey needs Node ${OLDEST_NODE.join('.')} or newer and this is ${version}: see https://nodejs.org`
    )
  }
}

export function requireSystem({
  platform = process.platform,
  arch = process.arch,
  libc = libcOf(),
  hasDatabase = false,
} = {}) {
  if (!['linux', 'darwin'].includes(platform)) {
    throw new Problem(
      'E_PLATFORM',
      `Latchkey runs on Linux and macOS, not on ${platform}. On Windows use WSL 2.`
    )
  }
  if (libc === 'musl' && !hasDatabase) {
    throw new Problem(
      'E_LIBC',
      'The embedded PostgreSQL needs glibc and this system has musl (Alpine): use Debian, Ubuntu or Fedora, or set DATABASE_URL, DATABASE_OWNER_URL and DATABASE_SYSTEM_URL.'
    )
  }
  if (!['x64', 'arm64'].includes(arch) && !hasDatabase) {
    throw new Problem(
      'E_ARCH',
      `There is no embedded PostgreSQL for ${arch}: set DATABASE_URL to a PostgreSQL server (>= 15).`
    )
  }
}

export function requireWritable(folder, remedy) {
  try {
    makeFolder(folder)
    accessSync(folder, constants.W_OK | constants.X_OK)
  } catch {
    throw new Problem('E_NOT_WRITABLE', `${folder} is not writable by user ${userName()}: ${remedy}.`)
  }
}

export function requireSpace(folder, megabytes) {
  const { bavail, bsize } = statfsSync(nearestExisting(folder))
  const free = Math.floor((bavail * bsize) / 1024 / 1024)
  if (free < megabytes) {
    throw new Problem(
      'E_DISK_FULL',
      `${folder} has ${free} MB free and ${megabytes} MB are needed: free some space.`
    )
  }
}

function isRecent(version) {
  const [major, minor] = version.split('.').map(Number)
  const [oldestMajor, oldestMinor] = OLDEST_NODE
  return major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)
}

// One level at a time: Node's own recursive mkdir never returns where a system folder such as /proc refuses it.
function makeFolder(folder) {
  if (!existsSync(folder)) {
    makeFolder(dirname(folder))
    mkdirSync(folder)
  }
}

function libcOf() {
  if (process.platform !== 'linux') return 'native'
  process.report.excludeNetwork = true
  return process.report.getReport().header.glibcVersionRuntime ? 'glibc' : 'musl'
}

export function nearestExisting(path) {
  return existsSync(path) ? path : nearestExisting(dirname(path))
}

function userName() {
  try {
    return userInfo().username
  } catch {
    return String(process.getuid())
  }
}
