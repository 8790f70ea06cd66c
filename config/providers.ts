import env from '#start/env'
import { rateOf } from '#app/platform/sending/rate'

export type ProviderConfig = {
  name: string
  label: string
  /** Null: as fast as it takes them. */
  rate: { text: string; perSecond: number } | null
  /** How much one process has under way at the same time, from reading it until its end is on record. */
  concurrency: number
  /** How much of that one company may take, so that there is always room for another. */
  perCompany: number
}

/** Whoever carries what is sent to people and programs, as senders name them. */
const providers = {
  smtp: {
    name: 'smtp',
    label: 'Mail server',
    rate: rateOf(env.get('SMTP_RATE')),
    concurrency: 24,
    perCompany: 12,
  },
  web_push: { name: 'web_push', label: 'Push services', rate: null, concurrency: 12, perCompany: 8 },
  webhooks: { name: 'webhooks', label: 'Webhooks', rate: null, concurrency: 24, perCompany: 4 },
} satisfies Record<string, ProviderConfig>

export type ProviderName = keyof typeof providers

/** When a provider is left alone: after so many failures in a row, for so many seconds, longer each time. */
export const BREAKER = { failures: 5, wait: 5, longestWait: 300, probeWithin: 60 }

export default providers
