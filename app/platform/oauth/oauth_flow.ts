import { randomBytes } from 'node:crypto'
import type { HttpContext } from '@adonisjs/core/http'
import { DateTime } from 'luxon'
import { appUrl } from '#config/app'
import { isFirst } from '#app/platform/limit'
import { hashOf } from '#app/platform/secret'
import type { OauthClient } from '#app/platform/oauth/oauth_client'
import { OauthDeniedError, OauthFlowLostError, OauthRefusedError } from '#app/platform/oauth/oauth_errors'

const KEY = 'oauth'
const MINUTES = 10

/** What family of vendors somebody connects, in which company. */
export type OauthErrand = { family: string; tenantId: string; identityId: string }
type Destination = { vendor: string; returnTo: string }
/** The way to a vendor and back, known to the session that began it and to no other. */
type OauthFlow = OauthErrand & Destination & { state: string; verifier: string; startedAt: number }
type Words = { code?: unknown; state?: unknown; error?: unknown }

/** The one address that vendors send people back to; their sessions know where it leads on. */
export const oauthRedirectUri = () => `${appUrl}/oauth/callback`

/** Leads to the vendor's screen; the answer comes back to `returnTo`, a path of ours. */
export function leaveForVendor(ctx: HttpContext, client: OauthClient, about: OauthErrand & Destination) {
  const flow: OauthFlow = { ...about, state: randomWord(), verifier: randomWord(), startedAt: now() }
  ctx.session.put(KEY, flow)
  const address = client.addressFor(flow)
  if (ctx.request.header('X-Inertia')) ctx.inertia.location(address)
  else ctx.response.redirect(address)
}

/** Where an answer belongs: back to the page that this very session left from. */
export function whereAnswerBelongs({ request, session }: HttpContext) {
  const flow = session.get(KEY) as OauthFlow | undefined
  const words = wordsOf(request.qs())
  if (!flow || words.get('state') !== flow.state) throw new OauthFlowLostError()
  return `${flow.returnTo}?${words}`
}

/**
 * What the vendor answered to this errand. A flow ends with its first answer, whatever that is: nothing can be tried
 * twice, not even at the same moment.
 */
export async function endFlow({ request, session }: HttpContext, errand: OauthErrand) {
  const flow = (session.pull(KEY) ?? null) as OauthFlow | null
  const { code, state, error }: Words = request.qs()
  const isOurs =
    flow !== null &&
    state === flow.state &&
    flow.family === errand.family &&
    flow.tenantId === errand.tenantId &&
    flow.identityId === errand.identityId
  if (!isOurs || now() - flow.startedAt > MINUTES * 60_000) throw new OauthFlowLostError()
  if (!(await isFirst('oauth:state', `${MINUTES} minutes`, hashOf(flow.state))))
    throw new OauthFlowLostError()
  if (error === 'access_denied') throw new OauthDeniedError()
  if (error || typeof code !== 'string' || code === '') throw new OauthRefusedError()
  return { vendor: flow.vendor, code, verifier: flow.verifier }
}

function wordsOf(given: Record<string, unknown>) {
  const words = new URLSearchParams()
  for (const name of ['code', 'state', 'error'])
    if (typeof given[name] === 'string') words.set(name, given[name])
  return words
}

const now = () => DateTime.utc().toMillis()
const randomWord = () => randomBytes(32).toString('base64url')
