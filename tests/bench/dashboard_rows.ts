import type { Company as Made } from '#tests/factories'

type Company = Pick<Made, 'tenant'>

const STEP = 100_000
const YEARS = 5

const LEADS = `
  insert into leads (id, tenant_id, number, source, status, contact_name, address, summary, name_norm, assignee_id,
    first_replied_at, created_at, updated_at)
  select uuidv7(at - clock_timestamp()), :tenantId, :offset + n, (array['qr', 'link', 'embed', 'manual'])[1 + n % 4],
    (array['new', 'in_progress', 'converted', 'lost'])[1 + n / 4 % 4], 'Dana Whitfield', '18 Elm St, Denver', 'Boiler', 'dana whitfield',
    case n % 5 when 0 then :agentId::uuid end,
    case when n % 3 > 0 then at + make_interval(mins => 5 + n % 300) end, at, at
  from (select n, now() - make_interval(secs => :until) - make_interval(secs => :spread) * (1 - n::float8 / :count) as at
    from generate_series(:from::int, :to::int) n) one`

type Span = { count: number; days: number; endsDaysAgo: number; offset: number }

async function add({ tenant }: Company, agentId: string, { count, days, endsDaysAgo, offset }: Span) {
  const { default: db } = await import('@adonisjs/lucid/services/db')
  for (let from = 1; from <= count; from += STEP)
    await db.connection('system').rawQuery(LEADS, {
      tenantId: tenant.id,
      agentId,
      offset,
      count,
      from,
      to: Math.min(count, from + STEP - 1),
      spread: days * 86_400,
      until: endsDaysAgo * 86_400,
    })
  await db.connection('owner').rawQuery('vacuum analyze leads')
}

/** Of the last 90 days, as many at each size. */
export const addRecent = (company: Company, agentId: string, count: number, offset = 0) =>
  add(company, agentId, { count, days: 90, endsDaysAgo: 0, offset })

/** Of the years before. */
export const addEarlier = (company: Company, agentId: string, count: number, offset: number) =>
  add(company, agentId, { count, days: YEARS * 365, endsDaysAgo: 91, offset })

/** Customers have written about every fourth lead, and one message in fifty is unread. */
export async function addMessages({ tenant }: Company) {
  const { default: db } = await import('@adonisjs/lucid/services/db')
  await db.connection('system').rawQuery(
    `insert into messages (id, tenant_id, lead_id, author_kind, author_name, body, read_at, created_at, updated_at)
     select uuidv7(), tenant_id, id, 'customer', 'Dana', 'When do you come',
       case when number % 200 > 0 then created_at end, created_at, created_at
     from leads where tenant_id = ? and number % 4 = 0
       and not exists (select from messages m where m.tenant_id = leads.tenant_id and m.lead_id = leads.id)`,
    [tenant.id]
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
