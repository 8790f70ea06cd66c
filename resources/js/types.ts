import type { Data } from '@generated/data'

/** The props of a page: its own and those shared with every page. */
export type InertiaProps<Own extends object = object> = Omit<Data.SharedProps, keyof Own> & Own

export type DeliveryTry = {
  provider?: string
  startedAt: string
  endedAt?: string
  outcome?: string
  code?: string
  answer?: string
  providerId?: string | null
  nextTryAt?: string
  isUncounted?: true
}

export type WebhookTry = {
  startedAt: string
  endedAt?: string
  isTaken?: boolean
  status?: number | null
  code?: string
  answer?: string
  nextTryAt?: string
}
