import type { Company } from '#tests/factories'

/** Records whose histories are looked at; none of what is added later is about them. */
const LEADS = 200
const EVENTS_EACH = 60
const OTHERS = 20_000
const DAYS = 110
const STEP = 250_000

export type Subjects = { company: Company; leadIds: string[] }

const SPREAD = `now() - make_interval(days => ${DAYS}) * (1 - n::float8 / :count)`
const EVENTS = `
  insert into events (id, tenant_id, seq, name, version, occurred_at, actor_kind, actor_id, subject_type, subject_id, data, audited)
  select uuidv7(at - clock_timestamp()), :tenantId, 1,
    case when n % 50 = 0 then 'user.signed_in' when n % 3 = 0 then 'lead.assigned' else 'lead.changed' end, 1, at, 'user', :userId,
    case when n % 50 = 0 then 'user' else 'lead' end, subject, jsonb_build_object('assigneeId', :userId::text, 'reason', 'Closer to the job'), n % 50 = 0
  from (select n, ${SPREAD} as at, :subject as subject from generate_series(:from::int, :until::int) n) one`
const OTHER = `md5('other ' || n % ${OTHERS})::uuid`

export async function makeSubjects(): Promise<Subjects> {
  const { default: db } = await import('@adonisjs/lucid/services/db')
  const { makeCompany } = await import('#tests/factories')
  const company = await makeCompany()
  const { rows } = await db.connection('system').rawQuery<{ rows: { id: string }[] }>(
    `insert into leads (id, tenant_id, number, source, contact_name, address, summary, name_norm, created_at, updated_at)
     select uuidv7(), :tenantId, n, 'qr', 'Dana Whitfield', '18 Elm St, Denver', 'Boiler', 'dana whitfield', now(), now()
     from generate_series(1, ${LEADS}) n returning id`,
    { tenantId: company.tenant.id }
  )
  const leadIds = rows.map(({ id }) => id)
  await insertEvents(
    company,
    LEADS * EVENTS_EACH,
    `(array['${leadIds.join("','")}'])[1 + n % ${LEADS}]::uuid`
  )
  return { company, leadIds }
}

export async function addEvents({ company }: Subjects, count: number) {
  await insertEvents(company, count, OTHER)
}

async function insertEvents({ tenant, admin }: Company, count: number, subject: string) {
  const { default: db } = await import('@adonisjs/lucid/services/db')
  for (let from = 1; from <= count; from += STEP) {
    const until = Math.min(count, from + STEP - 1)
    await db.connection('system').rawQuery(
      EVENTS.replace(':subject', () => subject),
      { tenantId: tenant.id, userId: admin.user.id, from, until, count }
    )
  }
  await db.connection('owner').rawQuery('vacuum analyze events')
}

/** In the inbox of the administrator, half of them read. */
export async function addNotifications({ company: { tenant, admin } }: Subjects, count: number) {
  const { default: db } = await import('@adonisjs/lucid/services/db')
  await db.connection('system').rawQuery(
    `insert into notifications (id, tenant_id, user_id, event_id, kind, title, subject_type, subject_id, read_at, created_at)
     select uuidv7(at - clock_timestamp()), :tenantId, :userId, gen_random_uuid(), 'lead.assigned', 'A lead is yours', 'lead', gen_random_uuid(),
       case when n % 2 = 0 then at end, at
     from (select n, ${SPREAD} as at from generate_series(1, :count::int) n) one`,
    { tenantId: tenant.id, userId: admin.user.id, count }
  )
  await db.connection('owner').rawQuery('vacuum analyze notifications')
}

export async function sizes() {
  const { default: db } = await import('@adonisjs/lucid/services/db')
  const { rows } = await db.connection('owner').rawQuery<{ rows: Record<string, number>[] }>(
    `select round(sum(pg_table_size(relid)) / sum(reltuples))::int as "bytes of an event", round(sum(pg_indexes_size(relid)) / sum(reltuples))::int as "bytes of its indexes",
       count(*)::int as partitions
     from pg_partition_tree('events') tree join pg_class on pg_class.oid = relid where isleaf and reltuples > 0`
  )
  return rows[0]
}

export const PROBE = 'probe.timeline'

/** Events of today that wait for the relay, committed. */
export async function recordProbes({ inside }: Company, count: number) {
  const { default: db } = await import('@adonisjs/lucid/services/db')
  await inside(() =>
    db.rawQuery(
      `with event as (
         insert into events (id, seq, name, version, occurred_at, actor_kind, subject_type, subject_id, data)
         select uuidv7(), 1, :name, 1, now(), 'system', 'probe', gen_random_uuid(), jsonb_build_object('number', n)
         from generate_series(1, :count::int) n returning id
       ) insert into outbox (event_id) select id from event`,
      { name: PROBE, count }
    )
  )
}
