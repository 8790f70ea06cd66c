import { resolve } from '#app/api/contract'
import type { Schema } from '#app/api/openapi'

const ID = '01978a3e-5c1f-7000-8a4b-2f6d9c0e1b57'
const BY_NAME: Record<string, string> = {
  accessToken: 'lk_…',
  refreshToken: 'lkr_…',
  password: '…',
  name: 'Dana Whitfield',
  contactName: 'Dana Whitfield',
  contactPhone: '+13035550142',
  phone: '+13035550142',
  phoneNumber: '+13035550142',
  phoneShown: '(303) 555-0142',
  summary: 'No hot water since this morning',
  address: '18 Elm St, Denver',
  street: '18 Elm St',
  city: 'Denver',
  country: 'US',
  timeZone: 'America/Denver',
  locale: 'en-US',
  currency: 'USD',
  brandColor: '#0f766e',
  reason: 'Too far away',
  body: 'We can come on Friday at nine.',
  company: 'acme',
}

/** An example of what a schema describes. */
export function sample(schema: Schema, name = ''): unknown {
  const { type, format, enum: values, items, anyOf, properties } = resolve(schema)
  const kind = Array.isArray(type) ? type[0] : type
  if (anyOf) return sample(anyOf[0], name)
  if (properties)
    return Object.fromEntries(Object.entries(properties).map(([key, one]) => [key, sample(one, key)]))
  if (items) return [sample(items, name)]
  if (name === 'currency') return BY_NAME.currency
  if (values) return values[0]
  if (kind === 'boolean') return true
  if (kind === 'number' || kind === 'integer') return name === 'number' ? 1042 : 1
  return textFor(name, format)
}

function textFor(name: string, format?: string) {
  if (format === 'uuid') return ID
  if (format === 'date-time') return '2026-01-15T09:30:00.000Z'
  if (format === 'email' || /email$/i.test(name)) return 'dana@example.com'
  if (format === 'uri') return 'https://example.com'
  return BY_NAME[name] ?? '…'
}
