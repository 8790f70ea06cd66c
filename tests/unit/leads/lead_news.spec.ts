import pg from 'pg'
import { test } from '@japa/runner'
import { LIVE_CHANNEL } from '#app/platform/live/live'
import { leadsChannel } from '#app/leads/lead_channel'
import Message from '#app/messages/message'
import { makeCompany } from '#tests/factories'
import { receiveLead } from '#tests/lead_factories'
import { until } from '#tests/until'

/** What open screens of a company hear. */
async function listenTo(tenantId: string) {
  const heard: unknown[] = []
  const client = new pg.Client({ connectionString: process.env.DATABASE_SYSTEM_URL })
  await client.connect()
  client.on('notification', ({ payload }) => {
    const { channel, news } = JSON.parse(payload!)
    if (channel === leadsChannel(tenantId)) heard.push(news.leadId)
  })
  await client.query(`listen ${LIVE_CHANNEL}`)
  return { heard, close: () => client.end() }
}

test.group('Open screens', () => {
  test('hear of a lead and its messages when they are committed, and not before', async ({
    assert,
    cleanup,
  }) => {
    const { inside, tenant } = await makeCompany()
    const { heard, close } = await listenTo(tenant.id)
    cleanup(close)
    await assert.rejects(
      () => inside(async () => Promise.reject(new Error(`Lost: ${(await receiveLead()).id}`))),
      /Lost/
    )
    const lead = await inside(() => receiveLead())
    await until(() => heard.length === 1)
    await inside(() => Message.post({ lead, author: 'customer', body: 'Hello' }))
    await until(() => heard.length === 2)
    await inside(() => lead.start())
    await until(() => heard.length === 3)
    assert.deepEqual(heard, [lead.id, lead.id, lead.id])
  })
})
