/** One try to hand a message over, as it stays on record. */
export type WebhookTry = {
  startedAt: string
  endedAt?: string
  isTaken?: boolean
  status?: number | null
  code?: string
  answer?: string
  nextTryAt?: string
}

/** So many of the latest are kept, however often somebody sends it again. */
export const MOST_TRIES = 30
