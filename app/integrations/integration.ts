import type { OfferedCrm } from '#app/crm_connections/offered_crms'
import type CrmConnection from '#app/crm_connections/crm_connection'

export type IntegrationState = 'off' | 'working' | 'waiting' | 'failing' | 'needs_reconnect'

/** How a connection is, in one word: `waiting` until the vendor may be asked again, `failing` since its last answer. */
export function stateOf(connection: CrmConnection | null): IntegrationState {
  if (!connection) return 'off'
  const { state, lastFailureAt, lastSuccessAt, vendor } = connection
  const isFailing = lastFailureAt !== null && (lastSuccessAt === null || lastFailureAt > lastSuccessAt)
  if (state === 'needs_reconnect') return 'needs_reconnect'
  else if (vendor.waitsUntil) return 'waiting'
  else return isFailing ? 'failing' : 'working'
}

/** What somebody can do about it; `null` where nothing is wrong. */
const REMEDIES: Record<IntegrationState, ((label: string) => string) | null> = {
  off: null,
  working: null,
  waiting: (label) =>
    `Nothing to do: ${label} asked for a pause, did not answer, or has little left of what it allows in a day. What waits goes by itself afterwards.`,
  failing: (label) =>
    `What failed is tried again by itself. If it lasts, ask ${label} whether it is in order, then test the connection.`,
  needs_reconnect: (label) => `Connect ${label} again. What waits here goes then, and nothing of it is lost.`,
}

/** A system that can be connected, and how that is going; its own page is where it is managed. */
export function integrationOf({ name, label }: OfferedCrm, connection: CrmConnection | null) {
  const own = connection?.adapter === name ? connection : null
  const state = stateOf(own)
  return {
    id: `crm.${name}`,
    name,
    label,
    kind: 'Customer system',
    purpose: 'Keeps your customers in your CRM too, a moment after they change here.',
    state,
    connectedAt: own?.createdAt.toISO() ?? null,
    lastSuccessAt: own?.lastSuccessAt?.toISO() ?? null,
    lastActivityAt: own?.vendor.askedAt?.toISO() ?? null,
    waitsUntil: own?.vendor.waitsUntil?.toISO() ?? null,
    failure: state === 'working' ? null : (own?.lastFailure ?? null),
    remedy: REMEDIES[state]?.(label) ?? null,
    isBlocked: connection !== null && own === null,
  }
}
