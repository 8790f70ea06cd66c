import { test } from '@japa/runner'
import { metricsToken } from '#config/metrics'
import { makeSuperUser } from '#tests/factories'

test.group('The figures for Prometheus', () => {
  test('are for the token of the operator alone', async ({ client, assert }) => {
    for (const token of ['', 'wrong', `${metricsToken}x`]) {
      const answer = await client.get('/metrics').header('authorization', `Bearer ${token}`)
      answer.assertStatus(401)
      assert.equal(answer.text(), '')
    }
    ;(await client.get('/metrics').loginAs(await makeSuperUser())).assertStatus(401)
  })

  test('tell requests by route, what waits in the outbox and in each queue, and nothing of companies', async ({
    client,
    assert,
  }) => {
    await client.get('/login')
    const answer = await client.get('/metrics').header('authorization', `Bearer ${metricsToken}`)
    answer.assertStatus(200)
    answer.assertHeader('cache-control', 'no-store')
    assert.match(answer.header('content-type')!, /^text\/plain; version=0\.0\.4/)
    const lines = answer.text().split('\n')
    const value = (series: string) =>
      Number(lines.find((line) => line.startsWith(`${series} `))?.slice(series.length))
    assert.isAtLeast(
      value('latchkey_http_request_seconds_count{method="GET",route="sign_in.sessions.create",status="200"}'),
      1
    )
    assert.equal(value('latchkey_bus_up'), 1)
    for (const queue of ['companies', 'notifications']) {
      assert.isAtLeast(value(`latchkey_queue_waiting{queue="${queue}"}`), 0)
      assert.isAtLeast(value(`latchkey_queue_dead_letters{queue="${queue}"}`), 0)
    }
    assert.isAtLeast(value('latchkey_outbox_lag_seconds'), 0)
    for (const name of [
      ...['timers_waiting', 'timers_late_seconds', 'timers_given_up', 'schedules_late_seconds'],
      ...['mails_waiting', 'mails_lag_seconds', 'mails_undecided'],
      ...['app', 'system'].map((role) => `database_connections{role="${role}",state="used"}`),
    ])
      assert.isAtLeast(value(`latchkey_${name}`), 0, name)
    assert.isAbove(value('nodejs_heap_size_used_bytes'), 1_000_000)
    assert.notMatch(answer.text(), /tenant|company/)
  })
})
