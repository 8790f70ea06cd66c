import db from '@adonisjs/lucid/services/db'
import { columns, type Column } from '#tests/security/surface'

/** Columns that nobody writes words into, and why; every other text is attacked. */
const NOT_WORDS: Record<string, string> = {
  'attachments.content_type': 'one of two, set by us',
  'attachments.key': 'random name of a stored file',
  'canned_replies.shortcut': 'letters and digits, checked by the database',
  'tenants.logo_key': 'hash of a stored file',
  'tenants.locale': 'chosen from a list; elsewhere its value is checked against it',
  'tenants.time_zone': 'chosen from a list',
  'leads.language': 'two letters, checked by the database',
  'lead_flow_versions.language': 'two letters, checked by the database',
  'deliveries.body_html': 'written by us; letters with hostile words are opened by themselves below',
  'deliveries.masked_link': 'made by us, around the mask',
  'qr_batches.template': 'name of a label sheet, looked up in a list',
  'qr_batches.host': 'the address of this installation',
  'qr_printings.host': 'the address of this installation',
  'qr_printings.template': 'name of a label sheet, looked up in a list',
  'registrations.currency': 'chosen from a list',
  'registrations.slug': 'letters of an address only',
  'registrations.time_zone': 'chosen from a list',
  'sso_connections.client_secret': 'encrypted',
  'crm_connections.settings': 'encrypted',
  'crm_connections.adapter': 'chosen from a list',
  'vendor_connections.tokens': 'encrypted',
  'vendor_connections.family': 'named by us',
  'vendor_connections.vendor': 'chosen from a list',
  'vendor_connections.paces': 'numbers, counted by us',
  'vendor_connections.usage': 'numbers, and a moment that is read as one',
  'vendor_exchanges.method': 'chosen by an adapter',
  'vendor_exchanges.failure_code': 'a code of ours',
  'crm_connections.feed_cursor': 'made by an adapter',
  'crm_conflicts.field': 'chosen from a list',
  'crm_field_mappings.ours': 'chosen from a list',
  'crm_field_mappings.theirs': 'name of a field there, looked up in a list',
  'crm_connections.deal_pipeline': 'id there, looked up in a list',
  'crm_deal_stages.external_id': 'id there, looked up in a list',
  'crm_deal_stages.status': 'chosen from a list',
  'crm_deals.pipeline': 'id there, looked up in a list',
  'crm_deals.stage': 'id there, looked up in a list',
  'crm_links.last_values': 'hashes',
  'crm_sync_marks.mark': 'hashes',
  'crm_syncs.list_cursor': 'made by an adapter',
  'crm_syncs.people_cursor': 'made by an adapter',
  'identities.password': 'hashed',
  'events.name': 'name of a kind of event',
  'two_factors.secret': 'encrypted',
  'booking_calendars.week': 'times and figures',
  'booking_calendars.closed_days': 'days',
  'number_series.name': 'name of a series, ours',
  'consumed_events.consumer': 'name of a worker',
  'deliveries.url': 'made by us: where a notification of the browser leads',
  'message_templates.language': 'chosen from a list',
  'notification_paces.channel': 'chosen from a list',
  'notification_rhythms.time_zone': 'chosen from a list',
  'outbox.trace_parent': 'made by us',
  'push_subscriptions.target': 'encrypted',
  'webhook_deliveries.event': 'name of a kind of event',
  'webhook_endpoints.former_secret': 'encrypted',
  'webhook_endpoints.secret': 'encrypted',
  'qr_codes.short_code': 'made by us from a fixed alphabet',
}
const SYSTEM = [
  'sessions',
  'rate_limits',
  'adonis_schema',
  'adonis_schema_versions',
  'customer_words',
  'idempotency_keys',
  'archives',
  'installation_keys',
  'process_reports',
  'providers',
  'schedules',
  'turns',
]
const NEVER_WORDS = /(_hash|_key|_rev|_norm|token|kind|_type|scopes|fingerprint|error_code)$/

const owner = () => db.connection('owner')

/** The columns that people or their programs write words into. */
export async function wordColumns(): Promise<Column[]> {
  const all = await columns()
  return all.filter(
    ({ table, column, type, choices }) =>
      /^(text|character varying|jsonb)/.test(type) &&
      !type.endsWith('[]') &&
      choices.length === 0 &&
      !SYSTEM.includes(table) &&
      !NEVER_WORDS.test(column) &&
      !(`${table}.${column}` in NOT_WORDS) &&
      !(table === 'tenants' && ['slug', 'country', 'currency', 'brand_color'].includes(column)) &&
      column !== 'country' &&
      !`${table}.${column}`.match(
        /^(roles\.(fields|grants)|sso_connections\.(api_clients|role_map)|deliveries\.channel)$/
      )
  )
}

/** Writes hostile words into every row of one company, and of its people, past every check of the forms. */
export async function poison(tenantId: string, wordsFor: (column: string, at: number) => string) {
  const texts = await wordColumns()
  for (const [table, own] of Object.entries(Object.groupBy(texts, ({ table }) => table))) {
    const { rows } = await owner().rawQuery<{ rows: Record<string, unknown>[] }>(
      `select *, ctid::text as place from ${table} t where ${await whose(table)}`,
      { tenantId }
    )
    for (const [at, row] of rows.entries()) {
      const changed = (some: Column[]) =>
        some.map(({ column, type }) => {
          const given = wordsFor(`${table}.${column}`, at)
          // A gap that nobody knows is a mistake in a template, which is refused before it is stored.
          const words = table === 'message_templates' ? given.replace(/[{}]/g, '') : given
          const isJson = type === 'jsonb'
          return [
            column,
            isJson
              ? JSON.stringify(inside(column === 'answers' ? ANSWERS : row[column], words))
              : fitting(column, words, at),
          ] as const
        })
      const filled = own!.filter(({ column, type }) => row[column] !== null || type !== 'jsonb')
      const write = async (changes: (readonly [string, string])[]) => {
        const sets = changes.map(([column]) => `"${column}" = ?`).join()
        const key = row.id ? 'id = ?' : 'ctid = ?::tid'
        const values = [...changes.map(([, value]) => value), (row.id ?? row.place) as string]
        if (changes.length) await owner().rawQuery(`update ${table} set ${sets} where ${key}`, values)
      }
      // Some rows must leave a column empty in the state they are in.
      await write(changed(filled)).catch(() =>
        write(changed(own!.filter(({ column }) => row[column] !== null)))
      )
    }
  }
}

async function whose(table: string) {
  const has = (await columns()).some((one) => one.table === table && one.column === 'tenant_id')
  if (table === 'tenants') return 'id = :tenantId'
  if (has) return 'tenant_id = :tenantId'
  if (table === 'identities') return 'id in (select identity_id from users where tenant_id = :tenantId)'
  const byPerson = (await columns()).some((one) => one.table === table && one.column === 'identity_id')
  return byPerson
    ? 'identity_id in (select identity_id from users where tenant_id = :tenantId)'
    : `:tenantId::text is not null`
}

/** What the database itself insists on: different addresses, a web address, a sentence of some length. */
function fitting(column: string, words: string, at: number) {
  if (/^(website|redirect_url)$/.test(column))
    return `https://example.com/?${words.replace(/[\s\p{Cc}]/gu, '')}`
  if (column === 'issuer') return `https://127.0.0.1:1/?${words.replace(/[\s\p{Cc}]/gu, '')}`
  if (column === 'name') return `${words} ${at}`
  if (column === 'reason') return words.slice(0, 490).padEnd(10)
  return /email|subject|domain|external_id/.test(column) ? `${words} ${column}-${at}`.toLowerCase() : words
}

const ANSWERS = [{ questionId: 'q1', type: 'long_text', label: 'What?', value: 'The tap', text: 'The tap' }]
const FIXED =
  /^(id|.*Id|type|kind|key|basedOn|template|state|status|role|level|reason_code|channel|fields|grants|country|way|to|from|at|.*At)$/
const MACHINE = /^([0-9a-f-]{36}|\d{4}-\d\d-\d\d.*|[a-z_]+)$/

function inside(value: unknown, words: string, key = ''): unknown {
  if (Array.isArray(value)) return value.map((one) => inside(one, words, key))
  if (value && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, inside(one, words, name)]))
  return typeof value === 'string' && !FIXED.test(key) && !MACHINE.test(value) ? words : value
}
