import { once } from 'node:events'
import { spawn, type ChildProcess } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { interleave, median } from '#tests/bench/rounds'
import { runLimit } from '#tests/bench/fanout_limit'
import { runRaw } from '#tests/bench/fanout_raw'
import { bootApp } from '#tests/boot'

const EVENTS = Number(process.env.FANOUT_EVENTS ?? 30_000)
const EFFECT = 'insert into number_series (id, name) values (gen_random_uuid(), ?)'
/** Of one inbox transaction per event alone; and, since ours share transactions, of publishing and consuming alone. */
const GOALS = { inbox: 0.5, raw: 0.6 }

/** From the start of a relay and one, two or four workers to the last effect of events that wait. */
export default {
  name: 'fanout',
  goal: 1,

  async run() {
    const app = await bootApp()
    const seconds = await interleave({
      limit: measureLimit,
      one: () => measureOurs(1),
      two: () => measureOurs(2),
      four: () => measureOurs(4),
      raw: () => runRaw(EVENTS),
    })
    await app.terminate()
    const perSecond = Object.fromEntries(
      Object.entries(seconds).map(([side, times]) => [side, Math.round(EVENTS / median(times))])
    ) as Record<keyof typeof seconds, number>
    const best = Math.max(perSecond.one, perSecond.two, perSecond.four)
    const ratios = { inbox: best / perSecond.limit, raw: best / perSecond.raw }
    return {
      // Each by its goal, and then whichever is further from it.
      ratio: Math.min(ratios.inbox / GOALS.inbox, ratios.raw / GOALS.raw),
      details: { events: EVENTS, seconds, perSecond, ratios, goals: GOALS },
    }
  },
}

async function measureLimit() {
  const { tenantId, eventIds } = await recordEvents('probe.limit')
  await forget()
  return runLimit(tenantId, eventIds, EFFECT)
}

async function measureOurs(workers: number) {
  const { unique } = await import('#tests/factories')
  const { removeFromBroker } = await import('#tests/broker/remove_from_broker')
  const { default: queueConfig } = await import('#config/queue')
  await forget()
  const prefix = unique('bench')
  const eventName = `probe.${prefix.replace('-', '_')}`
  const { tenantId } = await recordEvents(eventName)
  const startedAt = Date.now()
  const roles = ['relay', ...Array.from({ length: workers }, () => 'worker')]
  const children = roles.map((role) => start(role, prefix, eventName))
  const seconds = ((await lastEffect(tenantId)) - startedAt) / 1000
  await Promise.all(children.map(stop))
  await removeFromBroker(process.env.AMQP_URL!, prefix, ['fanout'], queueConfig.ladder)
  return seconds
}

/** Committed events of one company, each of a subject of its own, with their outbox rows. */
async function recordEvents(eventName: string) {
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
      { eventName, count: EVENTS }
    )
  )
  await db.connection('owner').rawQuery('analyze events, outbox')
  return { tenantId: tenant.id, eventIds: rows.map((row) => row.event_id) }
}

async function forget() {
  const { default: db } = await import('@adonisjs/lucid/services/db')
  await db.connection('system').rawQuery('delete from outbox')
}

function start(role: string, prefix: string, eventName: string) {
  return spawn(
    process.execPath,
    ['--import=@poppinss/ts-exec', 'tests/bench/fanout_side.ts', role, prefix, eventName, EFFECT],
    {
      env: { ...process.env, NODE_ENV: 'production', QUEUE_DRIVER: 'rabbitmq' },
      stdio: 'inherit',
    }
  )
}

async function stop(child: ChildProcess) {
  child.kill('SIGTERM')
  if (child.exitCode === null) await once(child, 'exit')
}

/** Looks seldom, since looking costs: the time is the one that the last unit noted. */
async function lastEffect(tenantId: string) {
  const { default: db } = await import('@adonisjs/lucid/services/db')
  for (;;) {
    await sleep(250)
    const { rows } = await db.connection('system').rawQuery<{ rows: { effects: number; last: Date }[] }>(
      `select (select count(*) from number_series where tenant_id = :tenantId) as effects,
        (select max(consumed_at) from consumed_events where tenant_id = :tenantId) as last`,
      { tenantId }
    )
    if (rows[0].effects === EVENTS) return rows[0].last.getTime()
  }
}
