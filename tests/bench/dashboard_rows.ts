import type { Company as Made } from '#tests/factories'

type Company = Pick<Made, 'tenant'>

const STEP = 100_000
const YEARS = 5

const LEADS = `
  insert into leads (id, tenant_id, number, source, status, contact_name, address, summary, name_norm, assignee_id, created_by,
    first_replied_at, created_at, updated_at)
  select uuidv7(at - clock_timestamp()), :tenantId, :offset + n, (array['qr', 'link', 'embed', 'manual'])[1 + n % 4],
    (array['new', 'in_progress', 'converted', 'lost'])[1 + n / 4 % 4], 'Dana Whitfield', '18 Elm St, Denver', 'Boiler', 'dana whitfield',
    case n % 5 when 0 then (:people::uuid[])[1] when 1 then (:people::uuid[])[1 + n / 5 % 20] end,
    case n % 4 when 3 then (:people::uuid[])[1 + n / 20 % 7] end,
    case when n % 3 > 0 then at + make_interval(mins => 5 + n % 300) end, at, at
  from (select n, now() - make_interval(secs => :until) - make_interval(secs => :spread) * (1 - n::float8 / :count) as at
    from generate_series(:from::int, :to::int) n) one`

type Span = { count: number; days: number; endsDaysAgo: number; offset: number }

async function add({ tenant }: Company, people: string[], { count, days, endsDaysAgo, offset }: Span) {
  const { default: db } = await import('@adonisjs/lucid/services/db')
  for (let from = 1; from <= count; from += STEP)
    await db.connection('system').rawQuery(LEADS, {
      tenantId: tenant.id,
      people,
      offset,
      count,
      from,
      to: Math.min(count, from + STEP - 1),
      spread: days * 86_400,
      until: endsDaysAgo * 86_400,
    })
  await db.connection('owner').rawQuery('vacuum analyze leads')
}

/** Of the last 90 days: a fifth are the first person’s, and others theirs by having been taken in by them. */
export const addRecent = (company: Company, people: string[], count: number, offset: number) =>
  add(company, people, { count, days: 90, endsDaysAgo: 0, offset })

/** Of the years before. */
export const addEarlier = (company: Company, people: string[], count: number, offset: number) =>
  add(company, people, { count, days: YEARS * 365, endsDaysAgo: 91, offset })

/** What it takes until all that waits is counted. */
export async function counting() {
  const { default: db } = await import('@adonisjs/lucid/services/db')
  const { LeadCounting } = await import('#app/dashboards/lead_counting')
  const owner = db.connection('owner')
  const { rows } = await owner.rawQuery<{ rows: { marks: number }[] }>(
    'select count(*)::int as marks from uncounted_leads'
  )
  const startedAt = performance.now()
  await LeadCounting.catchUp()
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
  await owner.rawQuery('vacuum analyze uncounted_leads, counted_leads, lead_day_counts, lead_holder_sets')
  return { ...rows[0], seconds }
}

/** So many leads of the last 90 days change, and wait to be counted. */
export async function addChanges({ tenant }: Company, count: number) {
  const { default: db } = await import('@adonisjs/lucid/services/db')
  await db.connection('system').rawQuery(
    `update leads set status = 'converted' where tenant_id = :tenantId and id in (
       select id from leads where tenant_id = :tenantId and created_at > now() - interval '80 days'
       order by md5(id::text) limit :count)`,
    { tenantId: tenant.id, count }
  )
}

/** Customers have written about every fourth lead; so many messages nobody has read yet, whatever the size. */
export async function addMessages({ tenant }: Company, unread: number) {
  const { default: db } = await import('@adonisjs/lucid/services/db')
  await db.connection('system').rawQuery(
    `insert into messages (id, tenant_id, lead_id, author_kind, author_name, body, read_at, created_at, updated_at)
     select uuidv7(), tenant_id, id, 'customer', 'Dana', 'When do you come', created_at, created_at, created_at
     from leads where tenant_id = ? and number % 4 = 0
       and not exists (select from messages m where m.tenant_id = leads.tenant_id and m.lead_id = leads.id)`,
    [tenant.id]
  )
  await db
    .connection('system')
    .rawQuery('update messages set read_at = created_at where tenant_id = ? and read_at is null', [tenant.id])
  await db.connection('system').rawQuery(
    `update messages set read_at = null where tenant_id = :tenantId and id in (
       select id from messages where tenant_id = :tenantId order by md5(lead_id::text) limit :unread)`,
    { tenantId: tenant.id, unread }
  )
  await db.connection('owner').rawQuery('vacuum analyze messages')
}

/** A year of scans by day of so many batches. */
export async function addScans({ tenant }: Company, batches: number) {
  const { default: db } = await import('@adonisjs/lucid/services/db')
  await db.connection('system').rawQuery(
    `insert into qr_scan_days (id, tenant_id, day, qr_batch_id, scans, visitors, leads)
     select uuidv7(), batch.tenant_id, day::date, batch.id, 20, 15, 2
     from (select id, tenant_id from qr_batches where tenant_id = :tenantId order by id limit :batches) batch,
       generate_series(now() - interval '365 days', now(), interval '1 day') day`,
    { tenantId: tenant.id, batches }
  )
  await db.connection('owner').rawQuery('vacuum analyze qr_scan_days')
}
