import type { SchemaRules } from '@adonisjs/lucid/types/schema_generator'

const json = (tsType: string) => ({
  tsType,
  decorator: '@column({ prepare: (value: unknown) => JSON.stringify(value) })',
})
const number = { tsType: 'number', decorator: '@column()' }

export default {
  // `id` is first in every table; without this rule a key column order could make tenant_id the model's key.
  primaryKey: (_table, keys) =>
    keys.includes('id')
      ? { columnName: 'id', columnInfo: { tsType: 'string', decorator: '@column({ isPrimary: true })' } }
      : undefined,
  types: { bigint: number },
  tables: {
    identities: {
      columns: { password: { tsType: 'string | null', decorator: '@column({ serializeAs: null })' } },
    },
    registrations: {
      columns: { password_hash: { tsType: 'string', decorator: '@column({ serializeAs: null })' } },
    },
    two_factors: {
      columns: { secret: { tsType: 'string', decorator: '@column({ serializeAs: null })' } },
    },
    // Of a person, that is; a service has none, and nobody asks a service for its login.
    users: { columns: { identity_id: { tsType: 'string', decorator: '@column()' } } },
    access_tokens: { columns: { scopes: { tsType: 'string[] | null', decorator: '@column()' } } },
    idempotency_keys: { columns: { headers: json('unknown') } },
    label_sheets: { columns: { spec: json('unknown') } },
    qr_batches: { columns: { label_spec: json('unknown') } },
    qr_printings: { columns: { label_spec: json('unknown') } },
    leads: { columns: { answers: json('unknown') } },
    lead_flows: { columns: { sites: json('string[]') } },
    lead_flow_versions: { columns: { questions: json('unknown'), translations: json('unknown') } },
    identity_mails: {
      columns: { data: json('Record<string, string | null>') },
    },
    booking_calendars: { columns: { week: json('unknown'), closed_days: json('string[]') } },
    deliveries: { columns: { tries: json('unknown') } },
    events: { columns: { data: json('unknown'), changes: json('unknown') } },
    notification_rhythms: { columns: { week: json('unknown') } },
    roles: { columns: { grants: json('unknown'), fields: json('unknown') } },
    schedules: { columns: { data: json('Record<string, unknown>'), rule: json('unknown') } },
    sso_accounts: { columns: { last_claims: json('unknown') } },
    webhook_deliveries: { columns: { tries: json('unknown') } },
    webhook_endpoints: { columns: { events: { tsType: 'string[] | null', decorator: '@column()' } } },
    sso_connections: { columns: { role_map: json('unknown'), api_clients: json('string[]') } },
  },
} satisfies SchemaRules
