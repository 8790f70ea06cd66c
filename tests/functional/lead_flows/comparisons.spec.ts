import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import db from '@adonisjs/lucid/services/db'
import { newId } from '#app/platform/ids'
import LeadFlow from '#app/lead_flows/lead_flow'
import QrBatch from '#app/qr_codes/qr_batch'
import { makeCompany, makeMember } from '#tests/factories'

async function makeTwoFlows() {
  const company = await makeCompany()
  return company.inside(async () => {
    const first = await LeadFlow.startFor(company.tenant)
    const second = await LeadFlow.begin('Short form')
    const batchOf = (name: string, leadFlowId: string) =>
      QrBatch.make({
        name,
        quantity: 1,
        template: 'a4-24',
        host: 'http://localhost',
        isDemo: true,
        leadFlowId,
        by: null,
      })
    const batches = [await batchOf('North', first.id), await batchOf('South', second.id)]
    const count = (index: number, daysAgo: number, visitors: number, leads: number) =>
      company.inside(() =>
        db.table('qr_scan_days').insert({
          id: newId(),
          tenant_id: company.tenant.id,
          day: DateTime.utc().setZone(company.tenant.timeZone).minus({ days: daysAgo }).toISODate(),
          qr_batch_id: batches[index].id,
          lead_flow_id: [first, second][index].id,
          bound_by: null,
          scans: visitors * 2,
          visitors,
          leads,
        })
      )
    return { ...company, first, second, count, url: company.path(`/lead_flows/${first.id}/comparison`) }
  })
}

test.group('Comparing two flows', () => {
  test('counts people and requests of the period, batch by batch, and tells which is better', async ({
    client,
    assert,
  }) => {
    const { admin, count, url } = await makeTwoFlows()
    await count(0, 1, 600, 120)
    await count(0, 2, 400, 80)
    await count(1, 1, 1000, 300)
    await count(1, 60, 5000, 10)
    const response = await client.get(`${url}?days=30`).loginAs(admin.identity).withInertia()
    response.assertInertiaComponent('lead_flows/comparisons/show')
    const { outcome } = response.inertiaProps as never as {
      outcome: {
        sides: { name: string; people: number; requests: number; batches: object[] }[]
        verdict: object
      }
    }
    assert.containsSubset(outcome.sides, [
      { name: 'Service request', people: 1000, requests: 200, batches: [{ name: 'North' }] },
      { name: 'Short form', people: 1000, requests: 300, batches: [{ name: 'South' }] },
    ])
    assert.deepInclude(outcome.verdict, { kind: 'better', isFirst: false, points: 10 })
  })

  test('asks for more people before it says anything', async ({ client }) => {
    const { admin, count, url } = await makeTwoFlows()
    await count(0, 1, 10, 9)
    const response = await client.get(url).loginAs(admin.identity).withInertia()
    response.assertInertiaPropsContains({ outcome: { verdict: { kind: 'too_little' } } })
  })

  test('needs a second flow of the same company', async ({ client }) => {
    const [mine, theirs] = [await makeTwoFlows(), await makeTwoFlows()]
    const foreign = await client
      .get(`${mine.url}?other=${theirs.first.id}`)
      .loginAs(mine.admin.identity)
      .header('accept', 'application/json')
    foreign.assertStatus(404)
    const { identity } = await makeMember(mine.tenant, 'field_user')
    const refused = await client.get(mine.url).loginAs(identity).header('accept', 'application/json')
    refused.assertStatus(403)
  })
})
