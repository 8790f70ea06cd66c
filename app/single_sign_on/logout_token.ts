import type { JWTPayload } from 'jose'
import db from '@adonisjs/lucid/services/db'
import { HttpContext } from '@adonisjs/core/http'
import { isFirst } from '#app/platform/limit'
import { hashOf } from '#app/platform/secret'
import Issuer from '#app/single_sign_on/issuer'
import { LogoutRefusedError } from '#app/single_sign_on/errors'
import type SsoConnection from '#app/single_sign_on/sso_connection'

const EVENT = 'http://schemas.openid.net/event/backchannel-logout'
const MINUTES = 5

type Told = { subject: string | null; sid: string | null }

/** What the issuer says of a session that has ended there: whose it was, which one, or both. */
export default class LogoutToken {
  private constructor(
    private connection: SsoConnection,
    private told: Told
  ) {}

  static async read(connection: SsoConnection, token: string) {
    try {
      return new LogoutToken(connection, await verified(connection, token))
    } catch (error) {
      HttpContext.get()?.logger.warn({ err: error as Error }, 'Logout token refused')
      throw new LogoutRefusedError()
    }
  }

  /** Ends the sessions here that the issuer began. */
  async heed() {
    const { subject, sid } = this.told
    await db
      .connection('system')
      .from('sessions')
      .whereIn('sso_account_id', (accounts) =>
        accounts
          .from('sso_accounts')
          .where('tenant_id', this.connection.tenantId)
          .where('sso_connection_id', this.connection.id)
          .if(subject, (query) => query.where('subject', subject!))
          .select('id')
      )
      .if(sid, (sessions) => sessions.where('issuer_sid', sid!))
      .delete()
  }
}

async function verified(connection: SsoConnection, token: string): Promise<Told> {
  const issuer = await Issuer.find(connection.issuer)
  const { payload } = await issuer.verify(token, {
    audience: connection.clientId,
    requiredClaims: ['iat', 'exp', 'jti', 'events'],
    maxTokenAge: MINUTES * 60,
  })
  const { subject, sid } = namesIn(payload)
  const isEvent = typeof (payload.events as Record<string, unknown> | null)?.[EVENT] === 'object'
  if (!isEvent) throw new Error('The token tells of something else')
  if ('nonce' in payload) throw new Error('An ID token is no logout token')
  if (!subject && !sid) throw new Error('The token names nobody')
  const isNew = await isFirst(
    'sso:logout',
    `${2 * MINUTES} minutes`,
    hashOf(`${issuer.metadata.issuer} ${payload.jti}`)
  )
  if (!isNew) throw new Error('The token came before')
  return { subject, sid }
}

function namesIn({ sub, sid }: JWTPayload) {
  const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null)
  return { subject: text(sub), sid: text(sid) }
}
