import { randomBytes } from 'node:crypto'
import encryption from '@adonisjs/core/services/encryption'
import type { HttpContext } from '@adonisjs/core/http'
import Issuer from '#app/single_sign_on/issuer'
import SsoConnection from '#app/single_sign_on/sso_connection'

const KEY = 'issuer'
const STATE = 'signedOutState'
const PURPOSE = 'sessions.id_token'
const LONGEST_TOKEN = 8_000

/** What a session here knows of the one at the issuer that began it. */
export type SessionAtIssuer = { tenantId: string; accountId: string; sid: string | null; idToken: string }
type Kept = Omit<SessionAtIssuer, 'idToken'> & { idToken: string | null }

/** Before the session is claimed, which marks it with the account: the issuer can end it then. */
export function keepSessionAtIssuer({ session }: HttpContext, { idToken, ...there }: SessionAtIssuer) {
  const sealed = idToken.length > LONGEST_TOKEN ? null : encryption.encrypt(idToken, { purpose: PURPOSE })
  session.put(KEY, { ...there, idToken: sealed } satisfies Kept)
}

/** Where a person who signs out here ends the session there too, if the issuer began this one and has such a page. */
export async function wayOut({ session, logger }: HttpContext) {
  const kept: Kept | null = session.get(KEY, null)
  const connection = kept && (await SsoConnection.ofCompany(kept.tenantId))
  if (!connection) return null
  const state = randomBytes(32).toString('base64url')
  const idToken = kept.idToken && encryption.decrypt<string>(kept.idToken, PURPOSE)
  try {
    const address = (await Issuer.find(connection.issuer)).endSessionUrl(connection, { idToken, state })
    return address && { address, state }
  } catch (error) {
    // Whoever wants out gets out, whether or not the issuer can be reached.
    logger.warn({ err: error as Error }, 'The issuer was not asked to end its session')
    return null
  }
}

export function expectBack({ session }: HttpContext, state: string) {
  session.put(STATE, state)
}

export function isBack({ session, request }: HttpContext) {
  const state = session.pull(STATE, null)
  return state !== null && request.qs().state === state
}
