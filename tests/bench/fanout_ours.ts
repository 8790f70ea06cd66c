import { once } from 'node:events'
import { spawn } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import type { effect } from '#tests/bench/fanout_effect'
import { endProcess } from '#tests/end_process'
import { NODE_FLAGS } from '../../bin/lib/node_flags.mjs'

export type Effects = keyof typeof effect

type Run = { events: number; workers: number; effects: Effects }

/** From the start of a relay and its workers to the last effect of events that wait. */
export async function runOurs({ events, workers, effects }: Run) {
  const { unique } = await import('#tests/factories')
  const { removeFromBroker } = await import('#tests/broker/remove_from_broker')
  const { default: queueConfig } = await import('#config/queue')
  await forget()
  const prefix = unique('bench')
  const eventName = `probe.${prefix.replace('-', '_')}`
  const { tenantId } = await recordEvents(eventName, events)
  const roles = ['relay', ...Array.from({ length: workers }, () => 'worker')]
  const children = roles.map((role) => start(role, prefix, eventName, effects))
  await Promise.all(children.map((child) => once(child, 'message')))
  const startedAt = Date.now()
  for (const child of children) child.send('go')
  const seconds = ((await lastEffect(tenantId, events)) - startedAt) / 1000
  await Promise.all(children.map((child) => endProcess(child)))
  await removeFromBroker(process.env.AMQP_URL!, prefix, ['fanout'], queueConfig.ladder)
  return seconds
}

/** Committed events of one company, each of a subject of its own, with their outbox rows. */
export async function recordEvents(eventName: string, count: number) {
  const { default: db } = await import('@adonisjs/lucid/services/db')
  const { makeCompany } = await import('#tests/factories')
  const { tenant, inside } = await makeCompany()
  const { rows } = await inside(() =>
    db.rawQuery<{ rows: { event_id: string }[] }>(
      `with event as (
         insert into events (id, seq, name, version, occurred_at, actor_kind, subject_type, subject_id, data)
         select uuidv7(), 1, :eventName, 1, now(), 'system', 'probe', gen_random_uuid(), jsonb_build_object('leadId', gen_random_uuid(), 'number', n)
         from generate_series(1, :count::int) n returning id
       ), waiting as (insert into outbox (event_id) select id from event)
       select id as event_id from event`,
      { eventName, count }
    )
  )
  await db.connection('owner').rawQuery('analyze events, outbox')
  return { tenantId: tenant.id, eventIds: rows.map((row) => row.event_id) }
}

export async function forget() {
  const { default: db } = await import('@adonisjs/lucid/services/db')
  await db.connection('system').rawQuery('delete from outbox')
}

function start(role: string, prefix: string, eventName: string, effects: Effects) {
  return spawn(
    process.execPath,
    [
      ...NODE_FLAGS,
      '--import=./tests/from_build.mjs',
      ...['tests/bench/fanout_side.ts', role, prefix, eventName, effects],
    ],
    {
      env: { ...process.env, NODE_ENV: 'production', QUEUE_DRIVER: 'rabbitmq' },
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    }
  )
}

/** Looks seldom, since looking costs: the time is the one that the last unit noted. */
async function lastEffect(tenantId: string, events: number) {
  const { default: db } = await import('@adonisjs/lucid/services/db')
  for (;;) {
    await sleep(1000)
    const { rows } = await db.connection('system').rawQuery<{ rows: { effects: number; last: Date }[] }>(
      `select (select count(*) from number_series where tenant_id = :tenantId) as effects,
        (select max(consumed_at) from consumed_events where tenant_id = :tenantId) as last`,
      { tenantId }
    )
    if (rows[0].effects === events) return rows[0].last.getTime()
  }
}
