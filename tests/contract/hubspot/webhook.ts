import { createHmac } from 'node:crypto'
import { CLIENT } from '#tests/contract/oauth_desk'

type Event = Record<string, unknown>
type Changes = Partial<{
  secret: string
  at: string
  /** Of the installation that it goes to; ours unless told. */
  base: string
  url: string
  method: string
  sent: string
  headers: Record<string, string | undefined>
}>

export const HOOK = '/incoming/crm/hubspot'
let events = 0

/** Something that happened in an account. */
export const eventIn = (portalId: number, more: Event = {}): Event => ({
  eventId: ++events,
  subscriptionId: 1,
  portalId,
  appId: 7,
  occurredAt: Date.now(),
  subscriptionType: 'contact.propertyChange',
  attemptNumber: 0,
  changeSource: 'CRM_UI',
  ...more,
})

/** Signed as HubSpot signs it (v3), unless told otherwise. */
export function signed(body: string, changes: Changes = {}) {
  const {
    secret = CLIENT.clientSecret,
    at = String(Date.now()),
    base = process.env.APP_URL,
    url = base + HOOK,
    method = 'POST',
  } = changes
  return {
    'content-type': 'application/json',
    'x-hubspot-request-timestamp': at,
    'x-hubspot-signature-v3': createHmac('sha256', secret)
      .update(method + url + body + at)
      .digest('base64'),
  }
}

/** Answers with the status. */
export async function sendWebhook(events: Event[] | string, changes: Changes & { path?: string } = {}) {
  const body = typeof events === 'string' ? events : JSON.stringify(events)
  const given = Object.entries({ ...signed(body, changes), ...changes.headers })
  const headers = Object.fromEntries(given.filter(([, value]) => value !== undefined)) as Record<
    string,
    string
  >
  const base = changes.base ?? `http://${process.env.HOST}:${process.env.PORT}`
  const { status } = await fetch(base + (changes.path ?? HOOK), {
    method: 'POST',
    headers,
    body: changes.sent ?? body,
  })
  return status
}
