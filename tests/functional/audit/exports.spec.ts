import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import type { ApiClient } from '@japa/api-client'
import Invitation from '#app/identity/invitation'
import { UserDeactivated } from '#app/identity/user_events'
import { csvRows } from '#tests/csv_reader'
import { makeAuditedEvents } from '#tests/audit_factories'
import { makeCompany, makeMember, type Company } from '#tests/factories'

const ask = (client: ApiClient, company: Company, qs: Record<string, string>) =>
  client.get(company.path('/settings/audit/export')).qs(qs).loginAs(company.admin.identity)

async function rowsOf(client: ApiClient, company: Company, qs: Record<string, string> = {}) {
  const answer = await ask(client, company, { format: 'csv', ...qs })
  answer.assertStatus(200)
  const text = answer.text() ?? String(answer.body())
  const [head, ...rows] = csvRows(text.replace(/^\uFEFF/, ''))
  return {
    text,
    answer,
    rows: rows.map((row) => Object.fromEntries(row.map((cell, at) => [head[at], cell]))),
  }
}

test.group('Exporting the audit log', () => {
  test('writes what the list shows, with both clocks, and records itself', async ({ client, assert }) => {
    const company = await makeCompany({ timeZone: 'Asia/Kolkata' })
    await company.as(company.admin, () =>
      Invitation.send({ email: 'dana@example.com', name: 'Dana "D" Ruiz,\nJr', role: 'agent' })
    )
    const { text, rows, answer } = await rowsOf(client, company)
    answer.assertHeader('content-type', 'text/csv; charset=utf-8')
    assert.match(answer.header('content-disposition')!, /^attachment; filename="audit-log-[a-z0-9-]+\.csv"$/)
    assert.equal(text.charCodeAt(0), 0xfeff)
    assert.lengthOf(rows, 1)
    assert.include(rows[0], {
      who: 'Test admin',
      what: 'invited Dana "D" Ruiz,\nJr as agent',
      category: 'People',
      failed: 'false',
      event: 'invitation.created',
    })
    assert.match(rows[0].time, /\+05:30$/)
    assert.match(rows[0].time_utc, /Z$/)
    assert.equal(DateTime.fromISO(rows[0].time).toMillis(), DateTime.fromISO(rows[0].time_utc).toMillis())
    const again = await rowsOf(client, company, { category: 'exports' })
    assert.deepEqual(
      again.rows.map(({ what }) => what),
      ['exported the audit log as csv']
    )
  })

  test('neutralises cells that a spreadsheet would run', async ({ client, assert }) => {
    const company = await makeCompany()
    const eve = await makeMember(company.tenant, 'agent', '=HYPERLINK("https://evil.example")')
    await company.as(eve, () => UserDeactivated.record(company.admin.user, {}))
    const { rows } = await rowsOf(client, company)
    assert.equal(rows[0].who, `'=HYPERLINK("https://evil.example")`)
    for (const cell of rows.flatMap((row) => Object.values(row))) assert.notMatch(cell, /^[=+\-@\t\r]/)
  })

  test('keeps the filter, and writes a line of JSON for each entry', async ({ client, assert }) => {
    const company = await makeCompany()
    const { as, admin, tenant } = company
    const ray = await makeMember(tenant, 'agent', 'Ray')
    await as(admin, () => UserDeactivated.record(ray.user, {}))
    await as(ray, () => UserDeactivated.record(ray.user, {}))
    const answer = await ask(client, company, { format: 'jsonl', person: admin.user.id })
    const lines = String(answer.text() ?? answer.body())
      .trim()
      .split('\n')
    assert.lengthOf(lines, 1)
    assert.include(JSON.parse(lines[0]), {
      who: 'Test admin',
      what: 'deactivated Ray',
      subject_id: ray.user.id,
    })
  })

  test('goes through as many batches as there are, each entry once', async ({ client, assert }) => {
    const company = await makeCompany()
    const { admin, tenant } = company
    await makeAuditedEvents(tenant.id, admin.user.id, 2_500)
    const { rows } = await rowsOf(client, company)
    assert.lengthOf(rows, 2_500)
    assert.lengthOf([...new Set(rows.map((row) => row.event_id))], 2_500)
    const people = await rowsOf(client, company, { person: admin.user.id })
    assert.lengthOf(people.rows, 2_501)
  }).timeout(30_000)

  test('refuses a format it does not know', async ({ client }) => {
    const company = await makeCompany()
    const answer = await ask(client, company, { format: 'xlsx' }).accept('json')
    answer.assertStatus(422)
  })
})
