import { createHash, randomBytes } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Problem } from './problem.mjs'

/** The keys and passwords of this installation, made at its first start and readable by nobody else. */
export function openSecrets(dataDir) {
  const path = join(dataDir, 'secrets.json')
  if (!existsSync(path)) {
    writeFileSync(`${path}.new`, `${JSON.stringify(makeSecrets(), null, 2)}\n`, { mode: 0o600 })
    renameSync(`${path}.new`, path)
  }
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    throw new Problem(
      'E_SECRETS',
      `${path} cannot be read (${error.code ?? 'not JSON'}): restore it from a backup.`
    )
  }
}

/** A name of its own for the queues of this clone: another one on the same broker would take its events. */
export function queuePrefix({ appKey }, { QUEUE_DRIVER }) {
  const id = createHash('sha256').update(appKey).digest('hex').slice(0, 8)
  return QUEUE_DRIVER === 'rabbitmq' ? `latchkey-${id}` : undefined
}

function makeSecrets() {
  const secret = () => randomBytes(32).toString('base64url')
  return { appKey: secret(), passwords: { app: secret(), owner: secret(), system: secret() } }
}
