import { readFileSync, realpathSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { Problem } from './problem.mjs'

const UNPRIVILEGED = ['nobody', 'postgres', 'daemon']

/**
 * PostgreSQL refuses to run as root. An existing cluster keeps its owner; a new one is given to an account
 * that is already on the machine. An ordinary user runs it as itself (an empty object).
 */
export function postgresAccount(dataDir) {
  if (process.getuid() !== 0) return {}

  const owner = ownerOf(dataDir)
  if (owner && owner.uid !== 0) return owner

  const accounts = readAccounts()
  const account = UNPRIVILEGED.map((name) => accounts.get(name)).find(Boolean)
  if (!account) {
    throw new Problem(
      'E_NO_ACCOUNT',
      `PostgreSQL cannot run as root and /etc/passwd has none of ${UNPRIVILEGED.join(', ')}. Run as an ordinary user or set DATABASE_URL.`
    )
  }
  return account
}

/** Whether the account may pass through every folder down to this one. */
export function canEnter(path, { uid, gid }) {
  return uid === undefined || ancestry(realpathSync(path)).every((folder) => isEnterable(folder, uid, gid))
}

function ancestry(path) {
  return path === dirname(path) ? [path] : [path, ...ancestry(dirname(path))]
}

function isEnterable(folder, uid, gid) {
  const { mode, uid: owner, gid: group } = statSync(folder)
  const bit = owner === uid ? 0o100 : group === gid ? 0o010 : 0o001
  return (mode & bit) !== 0
}

function ownerOf(path) {
  try {
    const { uid, gid } = statSync(path)
    return { uid, gid }
  } catch {
    return undefined
  }
}

function readAccounts() {
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n')
  const fields = lines.map((line) => line.split(':')).filter(([, , uid]) => Number(uid) > 0)
  return new Map(fields.map(([name, , uid, gid]) => [name, { uid: Number(uid), gid: Number(gid) }]))
}
