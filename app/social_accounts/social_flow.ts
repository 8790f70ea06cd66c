import { DateTime } from 'luxon'
import { createHash, randomBytes } from 'node:crypto'
import type { HttpContext } from '@adonisjs/core/http'
import { hashOf } from '#app/platform/secret'
import { isFirst, type Limit } from '#app/platform/limit'
import { countAttempt } from '#app/sign_in/attempt_limits'
import { SocialLoginRefusedError } from '#app/social_accounts/errors'
import type { ProviderName } from '#app/social_accounts/social_provider'

const KEY = 'social'
const MINUTES = 10
const PER_ADDRESS: Limit = { name: 'social:address', requests: 60, duration: '15 minutes' }

export type SocialPurpose = 'sign_in' | 'connect'

/** The way to a provider and back, known to the browser that began it and to no other. */
export type SocialFlow = {
  provider: ProviderName
  purpose: SocialPurpose
  /** Whose account is to be connected; nobody may have taken their place meanwhile. */
  identityId: string | null
  state: string
  verifier: string
  startedAt: number
}

export async function leaveFor(ctx: HttpContext, provider: ProviderName, purpose: SocialPurpose) {
  await countAttempt(PER_ADDRESS, ctx.request.ip())
  const identityId = purpose === 'connect' ? ctx.auth.getUserOrFail().id : null
  const flow: SocialFlow = { provider, purpose, identityId, ...secrets(), startedAt: now() }
  ctx.session.put(KEY, flow)
  const address = await ctx.ally
    .use(provider)
    .stateless()
    .redirectUrl((request) => {
      request.param('state', flow.state)
      request.param('code_challenge', createHash('sha256').update(flow.verifier).digest('base64url'))
      request.param('code_challenge_method', 'S256')
    })
  if (ctx.request.header('X-Inertia')) ctx.inertia.location(address)
  else ctx.response.redirect(address)
}

/** Every flow ends with its first answer, whatever that is: nothing can be tried twice, not even at the same moment. */
export async function endFlow({ request, params, session }: HttpContext) {
  const flow = (session.pull(KEY) ?? null) as SocialFlow | null
  const isOurs = flow !== null && request.qs().state === flow.state && params.provider === flow.provider
  if (!isOurs || now() - flow.startedAt > MINUTES * 60_000) throw new SocialLoginRefusedError('flow_lost')
  if (!(await isFirst('social:state', `${MINUTES} minutes`, hashOf(flow.state))))
    throw new SocialLoginRefusedError('flow_lost')
  return flow
}

const now = () => DateTime.utc().toMillis()
const secrets = () => ({ state: randomWord(), verifier: randomWord() })
const randomWord = () => randomBytes(32).toString('base64url')
