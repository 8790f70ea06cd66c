import { decodeJwt } from 'jose'
import db from '@adonisjs/lucid/services/db'
import { HttpContext } from '@adonisjs/core/http'
import { SCOPES, withReading } from '#app/access_tokens/scopes'
import Tenant from '#app/tenancy/tenant'
import User from '#app/identity/user'
import Identity from '#app/identity/identity'
import Issuer, { subjectOf } from '#app/single_sign_on/issuer'
import { IssuerTokenRefusedError } from '#app/single_sign_on/errors'

const JWT = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i

type Match = { tenantId: string; userId: string; audience: string; clients: string[] }
type Told = ReturnType<typeof decodeJwt>

export const tokenIn = (header: string) => JWT.exec(header)?.[1]

/**
 * The holder of a bearer token that the company's own issuer wrote: it opens the company that trusts the issuer, for the
 * member whom the issuer's subject is known to be there. Whatever is wrong with it, the answer is the same; the log knows more.
 */
export async function holderOf(jwt: string) {
  try {
    return await verified(jwt)
  } catch (error) {
    HttpContext.get()?.logger.warn({ err: error as Error }, 'Token of an issuer refused')
    throw new IssuerTokenRefusedError()
  }
}

async function verified(jwt: string) {
  const told = decodeJwt(jwt)
  const match = await matchOf(told)
  const issuer = await Issuer.find(told.iss!)
  const { payload } = await issuer.verify(jwt, { audience: match.audience })
  if (!match.clients.includes(clientOf(payload))) throw new Error('The token was made for another client')
  const across = { connection: 'system' }
  const tenant = await Tenant.query(across).where('id', match.tenantId).firstOrFail()
  const member = User.withRights(across).where('users.id', match.userId).whereNull('deactivatedAt')
  const user = await member.firstOrFail()
  if ((await Identity.findOrFail(user.identityId)).disabledAt) throw new Error('The person is disabled')
  return { tenant, user, key: user.id, reach: reachOf(payload), token: null }
}

// Read before the signature is checked: it only says whose keys to ask. Two companies may trust one public issuer, but
// a token that could mean either is refused, so that none can draw another's programs to itself.
async function matchOf(told: Told): Promise<Match> {
  const { rows } = await db.connection('system').rawQuery<{ rows: Match[] }>(
    `select c.tenant_id as "tenantId", a.user_id as "userId", c.api_audience as audience, c.api_clients as clients
     from sso_connections c
     join sso_accounts a on a.tenant_id = c.tenant_id and a.sso_connection_id = c.id and a.subject = ?
     where c.issuer = ? and c.is_enabled and c.api_audience = any(?::text[])
     limit 2`,
    [subjectOf(told), String(told.iss), [told.aud ?? []].flat()]
  )
  if (rows.length !== 1) throw new Error(`${rows.length} companies know this subject for this audience`)
  return rows[0]
}

const clientOf = ({ azp, client_id: clientId }: Told) => String(azp ?? clientId)

/** An issuer that names our scopes narrows its token to them; most know nothing of them. */
function reachOf({ scope }: Told) {
  const words = typeof scope === 'string' ? scope.split(' ') : []
  const ours = SCOPES.filter((one) => words.includes(one))
  return ours.length > 0 ? withReading(ours) : null
}
