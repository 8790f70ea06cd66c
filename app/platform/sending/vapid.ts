import { generateKeyPairSync } from 'node:crypto'
import { importJWK, SignJWT, type JWK } from 'jose'
import encryption from '@adonisjs/core/services/encryption'
import { appUrl } from '#config/app'
import { mailFrom } from '#config/mail'
import { acrossTenants } from '#app/platform/database/current'

const NAME = 'vapid'
const PURPOSE = 'installation_keys.sealed:vapid'
const VALID_FOR = '12h'

type Pair = { publicKey: string; sign: (audience: string) => Promise<string> }
let known: Promise<Pair> | undefined

/** The keys by which push services know this installation (RFC 8292): made when they are first needed, and kept sealed. */
export function vapid(): Promise<Pair> {
  known ??= load().catch((error) => {
    known = undefined
    throw error
  })
  return known
}

async function load(): Promise<Pair> {
  const sealed = await acrossTenants(async (trx) => {
    const find = () => trx.from('installation_keys').where('name', NAME).select('sealed').first()
    const found = await find()
    if (found) return found.sealed as string
    // Two processes that start together both make some; the first ones stay.
    await trx.rawQuery('insert into installation_keys (name, sealed) values (?, ?) on conflict do nothing', [
      NAME,
      encryption.encrypt(newKeys(), { purpose: PURPOSE }),
    ])
    return (await find()).sealed as string
  })
  const jwk = encryption.decrypt<JWK>(sealed, PURPOSE)
  if (!jwk)
    throw new Error(
      'The keys for push messages cannot be opened: APP_KEY is not the one they were sealed with'
    )
  const key = await importJWK(jwk, 'ES256')
  return {
    publicKey: rawKey(jwk),
    sign: (audience) =>
      new SignJWT({})
        .setProtectedHeader({ typ: 'JWT', alg: 'ES256' })
        .setAudience(audience)
        .setSubject(appUrl.startsWith('https:') ? appUrl : `mailto:${mailFrom}`)
        .setExpirationTime(VALID_FOR)
        .sign(key),
  }
}

const newKeys = () => generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' })

function rawKey({ x, y }: JWK) {
  const [left, right] = [Buffer.from(x!, 'base64url'), Buffer.from(y!, 'base64url')]
  return Buffer.concat([Buffer.from([4]), left, right]).toString('base64url')
}
