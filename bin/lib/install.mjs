import { spawn, spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync, readFileSync, rmSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { leash } from './leash.mjs'
import { INSTALL_MEGABYTES, nearestExisting, requireSpace, requireWritable } from './machine.mjs'
import { narrate } from './narrate.mjs'
import { Problem } from './problem.mjs'
import { signalGroup } from './processes.mjs'

const UNREACHABLE =
  /ENOTFOUND|ECONNREFUSED|ECONNRESET|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ERR_SOCKET_TIMEOUT|CERT/
const NODE_MAJOR = 24

/** Installs the packages of the lockfile unless they are all there. */
export async function installPackages({ root, runFiles, signal }) {
  const written = join(root, 'node_modules', '.package-lock.json')
  if (isInstalled(readLock(join(root, 'package-lock.json')), readLock(written))) return

  requireWritable(root, 'run as the owner of this folder')
  requireSpace(root, INSTALL_MEGABYTES)
  const isOnline = await narrate('Looking for the npm registry', () => canReachRegistry(root, signal))
  rmSync(written, { force: true })
  await narrate('Installing the packages (about a minute)', () =>
    runInstall({ root, runFiles, signal, isOnline })
  )
}

/**
 * npm writes what it has installed into node_modules/.package-lock.json as its last act, so an interrupted
 * install has none. Packages for other platforms are optional and may be missing.
 */
export function isInstalled(wanted, found) {
  return Object.entries(wanted).every(([path, { version, optional }]) =>
    found[path] ? found[path].version === version : path === '' || optional === true
  )
}

function readLock(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).packages : {}
}

/** The Node that runs the product: the one from the packages, or this one when it is new enough. */
export function findNode(root) {
  const packaged = join(root, 'node_modules', '.bin', 'node')
  const candidates = [packaged, process.execPath].filter((path) => majorOf(path) >= NODE_MAJOR)
  if (candidates.length === 0) {
    throw new Problem(
      'E_NODE_VERSION',
      `Latchkey needs Node ${NODE_MAJOR} and this is ${process.version}: install Node ${NODE_MAJOR} from https://nodejs.org and start again.`
    )
  }
  return candidates[0]
}

function majorOf(path) {
  if (path === process.execPath) return Number(process.versions.node.split('.')[0])
  const { stdout } = existsSync(path) ? spawnSync(path, ['--version'], { encoding: 'utf8' }) : {}
  return Number(/^v(\d+)/.exec(stdout ?? '')?.[1] ?? 0)
}

// Asks through npm itself, so that its proxy, certificate and registry settings hold. A registry that answers
// anything at all, even a refusal, is there.
async function canReachRegistry(root, signal) {
  const { output, code } = await npm(root, ['ping', '--fetch-retries=0', '--fetch-timeout=10000'], { signal })
  return code === 0 || !UNREACHABLE.test(output)
}

async function runInstall({ root, runFiles, signal, isOnline }) {
  const source = isOnline ? [] : ['--offline']
  const { output, code } = await npm(
    root,
    ['ci', '--include=dev', '--include=optional', '--loglevel=error', ...source],
    {
      signal,
      onStart: (pid) => runFiles.write('npm', pid),
    }
  )
  runFiles.remove('npm')
  signal.throwIfAborted()
  if (code !== 0 && (!isOnline || UNREACHABLE.test(output))) {
    throw new Problem(
      'E_NO_REGISTRY',
      `The npm registry (${registryOf(root)}) cannot be reached: check the network, or the proxy and registry settings of npm.`
    )
  } else if (code !== 0) {
    throw new Problem('E_INSTALL', `npm could not install the packages: ${reasonIn(output)}`)
  }
}

// npm goes on unpacking after SIGTERM. Killing it is safe: its cache is written atomically, and the next start sees
// that node_modules is not whole.
function npm(root, words, { signal, onStart = () => {} }) {
  return new Promise((resolve) => {
    const child = spawn('npm', words, {
      cwd: root,
      env: { ...process.env, ...cacheOfItsOwn(root) },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    })
    const held = child.pid ? leash(child.pid) : undefined
    const stop = () => signalGroup(child.pid, 'SIGKILL')
    let output = ''
    if (child.pid) onStart(child.pid)
    signal.addEventListener('abort', stop)
    child.stdout.on('data', (chunk) => (output += chunk))
    child.stderr.on('data', (chunk) => (output += chunk))
    child.on('error', (error) => (output += error.message))
    child.on('close', (code) => {
      signal.removeEventListener('abort', stop)
      held?.release()
      resolve({ output, code })
    })
  })
}

// An account without a home of its own (nobody, a user id in a container) has no place for npm's cache either.
function cacheOfItsOwn(root) {
  try {
    const cache = process.env.npm_config_cache ?? join(homedir(), '.npm')
    accessSync(nearestExisting(cache), constants.W_OK)
    return {}
  } catch {
    return { npm_config_cache: join(root, '.cache', 'npm') }
  }
}

function registryOf(root) {
  return (
    spawnSync('npm', ['config', 'get', 'registry'], { cwd: root, encoding: 'utf8' }).stdout?.trim() ?? 'npm'
  )
}

function reasonIn(output) {
  const lines = output
    .split('\n')
    .filter((line) => /error/i.test(line) && !/complete log|A complete/i.test(line))
  return (
    lines
      .map((line) => line.replace(/^npm (error|ERR!)\s*/, ''))
      .slice(0, 3)
      .join(' ') || output.trim().split('\n').at(-1)
  )
}
