import { DateTime } from 'luxon'
import { randomBytes } from 'node:crypto'
import type { HttpContext } from '@adonisjs/core/http'
import { mountFor } from '#app/platform/http/mount'
import { hashOf } from '#app/platform/secret'
import { reachOf } from '#app/identity/session_reach'
import { isFirst, type Limit } from '#app/platform/limit'
import { countAttempt } from '#app/sign_in/attempt_limits'
import { SignInRefusedError } from '#app/single_sign_on/errors'
import type { Proof } from '#app/single_sign_on/issuer'
import type Tenant from '#app/tenancy/tenant'

const KEY = 'sso'
const MINUTES = 10
const PER_ADDRESS: Limit = { name: 'sso:address', requests: 60, duration: '15 minutes' }

/** A sign-in under way at an issuer, known to the browser that began it and to no other. */
export type SsoFlow = Proof & {
  tenantId: string
  returnTo: string
  /** `confirm`: somebody who is signed in shows again that it is them. */
  purpose: 'sign_in' | 'confirm'
  /** The page that asked stays open beside. */
  isPopup: boolean
  /** Who confirms; or who was signed in by a credential of their own when it began, and may connect their account by it. */
  identityId: string | null
  startedAt: number
}

type Asked = Pick<SsoFlow, 'purpose' | 'isPopup'>

export function beginFlow(
  ctx: HttpContext,
  tenant: Tenant,
  returnTo: unknown,
  { purpose, isPopup }: Asked = { purpose: 'sign_in', isPopup: false }
): SsoFlow {
  const isOwn = purpose === 'confirm' || !reachOf(ctx).isLimited
  const flow = {
    state: randomWord(),
    nonce: randomWord(),
    verifier: randomWord(),
    tenantId: tenant.id,
    returnTo: pathInside(tenant, returnTo),
    purpose,
    isPopup,
    identityId: isOwn ? (ctx.auth.user?.id ?? null) : null,
    startedAt: DateTime.utc().toMillis(),
  }
  ctx.session.put(KEY, flow)
  return flow
}

/** Every flow ends with its first answer, whatever that is: nothing can be tried twice, not even at the same moment. */
export async function endFlow({ session }: HttpContext, state: unknown): Promise<SsoFlow> {
  const flow = (session.pull(KEY) ?? null) as SsoFlow | null
  const isOurs = flow !== null && typeof state === 'string' && state === flow.state
  if (!isOurs || DateTime.utc().toMillis() - flow.startedAt > MINUTES * 60_000)
    throw new SignInRefusedError('flow_lost')
  if (!(await isFirst('sso:state', `${MINUTES} minutes`, hashOf(flow.state))))
    throw new SignInRefusedError('flow_lost')
  return flow
}

/** Every attempt asks a server of somebody else's choice. */
export const slowDown = (ip: string) => countAttempt(PER_ADDRESS, ip)

/** A page of the company, or its front door: never another place, however the path is spelled. */
export function pathInside(tenant: Tenant, path: unknown) {
  const home = mountFor(tenant.slug)
  const asked =
    typeof path === 'string' && /^\/[\w\-./?=&%~,:+]*$/.test(path) ? new URL(path, 'http://here') : null
  const isInside =
    asked?.host === 'here' && (asked.pathname === home || asked.pathname.startsWith(`${home}/`))
  return isInside ? asked.pathname + asked.search : home
}

const randomWord = () => randomBytes(32).toString('base64url')
