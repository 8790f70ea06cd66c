import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { newId } from '#app/platform/ids'
import { BusUnavailableError, UnroutableError, type Bus } from '#app/platform/bus/bus'
import { defineEvent, type RecordedEvent } from '#app/platform/events/events'
import { Queue } from '#app/platform/bus/queues'
import { acrossTenants, Current } from '#app/platform/database/current'
import { holdBackRelays, Relay } from '#app/platform/events/relay'
import { Worker } from '#app/platform/events/worker'
import { probeName } from '#tests/broker/probe_events'
import WebhookEndpoint from '#app/webhooks/webhook_endpoint'
import { WebhookEndpointCreated } from '#app/webhooks/webhook_events'
import { makeCompany, type Company } from '#tests/factories'
import { until } from '#tests/until'

/** The broker's side of the bargain, with its moods. */
function brokerThat(publish: Bus['publish'], ready = async () => {}) {
  return { publish, ready, declare: async () => {} } as unknown as Bus
}

const waiting = async ({ tenant }: Company) => {
  const { rows } = await db
    .connection('system')
    .rawQuery<{ rows: { event_id: string }[] }>(
      'select event_id from outbox where tenant_id = ? order by seq',
      [tenant.id]
    )
  return rows.map((row) => row.event_id)
}

async function recorded(count: number) {
  const company = await makeCompany()
  const Probed = defineEvent<{ position: number }>(probeName())
  const subject = { id: newId() }
  const ids: string[] = []
  for (let position = 0; position < count; position++) {
    ids.push(await company.inside(() => Probed.record(subject, { position })))
  }
  return { company, ids, Probed, subject }
}

class EverythingWorker extends Worker {
  static queue = 'everything'
  static subscribes = 'all' as const
  async handle() {}
}

/** A company with so many events, all committed at once. */
async function flooded(count: number) {
  const company = await makeCompany()
  await company.inside(() =>
    db.rawQuery(
      `with event as (
         insert into events (id, seq, name, version, occurred_at, actor_kind, subject_type, subject_id, data)
         select uuidv7(), 1, :name, 1, now(), 'system', 'probe', gen_random_uuid(), '{}' from generate_series(1, :count::int)
         returning id)
       insert into outbox (event_id) select id from event`,
      { name: probeName(), count }
    )
  )
  return company
}

const everything = () => new Queue('everything', [EverythingWorker])

const emptied = () =>
  drain(
    new Relay(
      brokerThat(async () => {}),
      []
    )
  )

async function drain(relay: Relay) {
  let count = 0
  do count = await relay.takeTurn(0)
  while (count > 0)
}

function signal() {
  let give = () => {}
  const given = new Promise<void>((resolve) => (give = resolve))
  return { given, give }
}

async function isSomebodyWaiting() {
  const { rows } = await db
    .connection('system')
    .rawQuery<{ rows: object[] }>('select from pg_locks where not granted')
  return rows.length > 0
}

test.group('Relay', () => {
  test('takes an event out of the outbox when the broker has confirmed it', async ({ assert }) => {
    const { company, ids } = await recorded(3)
    const published: RecordedEvent[] = []
    await drain(
      new Relay(
        brokerThat(async (events) => void published.push(...events)),
        [everything()]
      )
    )
    const ours = published.filter(({ tenantId }) => tenantId === company.tenant.id)
    assert.deepEqual(
      ours.map(({ id, seq, data }) => ({ id, seq, data })),
      ids.map((id, position) => ({ id, seq: position + 1, data: { position } }))
    )
    assert.isEmpty(await waiting(company))
  })

  test('keeps everything when the broker did not answer', async ({ assert }) => {
    const { company, ids } = await recorded(3)
    const relay = new Relay(
      brokerThat(() => Promise.reject(new BusUnavailableError())),
      [everything()]
    )
    await assert.rejects(() => relay.takeTurn(0))
    assert.deepEqual(await waiting(company), ids)
  })

  test('opens no transaction while the broker is away', async ({ assert }) => {
    const away = brokerThat(
      () => Promise.reject(new Error('must not be asked')),
      () => Promise.reject(new BusUnavailableError())
    )
    await assert.rejects(() => new Relay(away, []).takeTurn(0), BusUnavailableError)
  })

  test('lets go an event that nobody listens to; makes a missing queue again and keeps its event', async ({
    assert,
  }) => {
    const wanted = await recorded(1)
    const unheard = await recorded(1)
    class ProbeWorker extends Worker {
      static queue = 'probes'
      static subscribes = [wanted.Probed]
      async handle() {}
    }
    const declared: string[] = []
    const asked: string[] = []
    const bus = brokerThat((events) => {
      asked.push(...events.map(({ id }) => id))
      return Promise.reject(new UnroutableError(events))
    })
    bus.declare = async (queue) => void declared.push(queue)
    await new Relay(bus, [new Queue('probes', [ProbeWorker])]).takeTurn(0)
    assert.deepEqual(await waiting(wanted.company), wanted.ids)
    assert.isEmpty(await waiting(unheard.company))
    assert.deepEqual(declared, ['probes'])
    assert.deepEqual(asked, wanted.ids, 'what nobody hears does not travel')
    await emptied()
  })

  test('tells the bus which companies a narrow queue concerns, and lets go what then nobody hears', async ({
    assert,
  }) => {
    const [listening, deaf] = [await recorded(1), await recorded(1)]
    await listening.company.as(listening.company.admin, () =>
      WebhookEndpoint.register({ url: 'https://example.com/hear', description: '', events: null })
    )
    class ProgramWorker extends Worker {
      static queue = 'programs'
      static subscribes = 'all' as const
      static companiesWith = 'webhook_endpoints'
      async handle() {}
    }
    const told = new Map<string, string[]>()
    const bus = brokerThat((events, { concerned } = {}) => {
      for (const event of events) told.set(event.tenantId, concerned!(event))
      return Promise.reject(new UnroutableError(events))
    })
    const relay = new Relay(bus, [new Queue('programs', [ProgramWorker])])
    await relay.takeTurn(0)
    assert.deepEqual(told.get(listening.company.tenant.id), ['programs'])
    assert.isUndefined(told.get(deaf.company.tenant.id))
    assert.includeMembers(await waiting(listening.company), listening.ids)
    assert.isEmpty(await waiting(deaf.company))
    await emptied()
  })

  test('tells a narrow queue only of what a company asks for there, where it says so', async ({ assert }) => {
    const [asked, silent, every] = [await recorded(1), await recorded(1), await recorded(1)]
    const ask = ({ company }: typeof asked, events: string[] | null) =>
      company.as(company.admin, () =>
        WebhookEndpoint.register({ url: 'https://example.com/hear', description: '', events })
      )
    await ask(asked, ['order.created'])
    await ask(asked, [asked.Probed.name])
    await ask(silent, ['order.created'])
    await ask(every, null)
    class ProgramWorker extends Worker {
      static queue = 'programs'
      static subscribes = [asked.Probed, silent.Probed, every.Probed]
      static companiesWith = 'webhook_endpoints'
      static askedIn = { names: 'events', since: 'hears_since' }
      async handle() {}
    }
    class AwakeningWorker extends Worker {
      static queue = 'programs'
      static subscribes = [WebhookEndpointCreated]
      static companiesWith = 'webhook_endpoints'
      async handle() {}
    }
    const told: string[] = []
    const bus = brokerThat(async (events, { concerned } = {}) => {
      for (const event of events) if (concerned!(event).includes('programs')) told.push(event.name)
    })
    await drain(new Relay(bus, [new Queue('programs', [ProgramWorker, AwakeningWorker])]))
    assert.sameMembers(
      told.filter((name) => name !== WebhookEndpointCreated.name),
      [asked.Probed.name, every.Probed.name]
    )
    assert.lengthOf(told, 6, 'a worker that says nothing of it hears of what every company does')
  })

  test('takes of each company in turn when too much waits, as much as each weighs', async ({ assert }) => {
    await emptied()
    const [loud, heavy, quiet] = await Promise.all([flooded(3000), flooded(3000), recorded(2)])
    await db.connection('system').from('tenants').where('id', heavy.tenant.id).update({ turn_weight: 2 })
    const published: RecordedEvent[] = []
    const beyond = new Set<string>()
    const relay = new Relay(
      brokerThat(async (events, { behind } = {}) => {
        published.push(...events)
        for (const id of behind!) beyond.add(id)
      }),
      [everything()]
    )
    await relay.takeTurn(0)
    const of = ({ id }: { id: string }) => published.filter(({ tenantId }) => tenantId === id)
    assert.sameMembers(
      of(quiet.company.tenant).map(({ id }) => id),
      quiet.ids
    )
    assert.isTrue(quiet.ids.every((id) => !beyond.has(id)))
    assert.closeTo(of(heavy.tenant).length / of(loud.tenant).length, 2, 0.1)
    assert.lengthOf(published, 1002, 'the quiet company takes no place of theirs')
    await drain(relay)
    assert.lengthOf(of(loud.tenant), 3000)
    assert.lengthOf(new Set(of(loud.tenant).map(({ id }) => id)), 3000)
    assert.isTrue(of(loud.tenant).some(({ id }) => beyond.has(id)))
  })

  test('lets a few of one company leave while many of another are under way', async ({ assert }) => {
    await emptied()
    const loud = await flooded(3000)
    const [begun, mayGoOn] = [signal(), signal()]
    const published: RecordedEvent[] = []
    const relay = new Relay(
      brokerThat(async (events) => {
        if (events[0].tenantId === loud.tenant.id) {
          begun.give()
          await mayGoOn.given
        }
        published.push(...events)
      }),
      [everything()]
    )
    await relay.start()
    await begun.given
    const quiet = await recorded(3)
    await until(async () => (await waiting(quiet.company)).length === 0)
    assert.deepEqual(
      published.map(({ id }) => id),
      quiet.ids
    )
    mayGoOn.give()
    await until(async () => (await waiting(loud)).length === 0)
    await relay.stop()
    assert.lengthOf(published, 3003)
  })

  test('leaves nothing behind of a company whose many have become few', async ({ assert }) => {
    await emptied()
    const loud = await flooded(1010)
    const published: RecordedEvent[] = []
    const relay = new Relay(
      brokerThat(async (events) => void published.push(...events)),
      [everything()],
      undefined,
      3_600_000
    )
    await relay.start()
    await until(async () => (await waiting(loud)).length === 0)
    await relay.stop()
    assert.lengthOf(new Set(published.map(({ id }) => id)), 1010)
  })

  test('takes the few of many companies in turn', async ({ assert }) => {
    await emptied()
    const companies = await Promise.all(Array.from({ length: 25 }, () => flooded(45)))
    const loud = await flooded(60)
    const published: RecordedEvent[] = []
    const relay = new Relay(
      brokerThat(async (events) => void published.push(...events)),
      [everything()]
    )
    assert.equal(await relay.takeTurn(0), 1060)
    const counts = companies.map(
      ({ tenant }) => published.filter(({ tenantId }) => tenantId === tenant.id).length
    )
    assert.isTrue(counts.every((count) => count === 40))
    await drain(relay)
    assert.lengthOf(new Set(published.map(({ id }) => id)), 25 * 45 + 60)
    assert.isEmpty(await waiting(loud))
  })

  test('waits for nobody who is just taking out the same events', async ({ assert }) => {
    await emptied()
    const { company } = await recorded(3)
    const relay = new Relay(
      brokerThat(async () => {}),
      []
    )
    const [first] = await waiting(company)
    await acrossTenants(async (trx) => {
      await trx.from('outbox').where('event_id', first).delete()
      await Current.outside(() => relay.takeTurn(0))
      assert.lengthOf(await waiting(company), 1)
    })
    assert.isEmpty(await waiting(company))
  })

  test('does nothing while another relay has its turn, also in the middle of much', async ({ assert }) => {
    await flooded(1200)
    const relay = new Relay(
      brokerThat(async () => {}),
      []
    )
    assert.isAbove(await relay.takeTurn(0), 0)
    assert.equal(await holdBackRelays(() => Current.outside(() => relay.takeTurn(0))), 0)
    assert.isAbove(await relay.takeTurn(0), 0)
    await drain(relay)
  })

  test('keeps an event that only a newer release knows, and meanwhile lets the others pass', async ({
    assert,
  }) => {
    const strange = newId()
    const { company, ids } = await recorded(1)
    await company.inside(() =>
      db.rawQuery(
        `with event as (
           insert into events (id, seq, name, version, occurred_at, actor_kind, subject_type, subject_id, data)
           values (:id, 1, 'probe.of_a_newer_release', 1, now(), 'system', 'probe', gen_random_uuid(), '{}') returning id)
         insert into outbox (event_id) select id from event`,
        { id: strange }
      )
    )
    const offered: string[][] = []
    const bus = brokerThat((events) => {
      offered.push(events.filter(({ id }) => [...ids, strange].includes(id)).map(({ id }) => id))
      return Promise.reject(new UnroutableError(events))
    })
    const relay = new Relay(bus, [])
    await relay.takeTurn(0)
    assert.deepEqual(await waiting(company), [strange])
    await relay.takeTurn(0)
    assert.deepEqual(offered.flat(), [strange])
  })

  test('does not see what was rolled back', async ({ assert }) => {
    const { company, Probed, subject, ids } = await recorded(1)
    const undone = company.inside(async () => {
      await Probed.record(subject, { position: 1 })
      throw new Error('undone')
    })
    await assert.rejects(() => undone, 'undone')
    assert.deepEqual(await waiting(company), ids)
  })

  test('several relays side by side publish each event once, and each subject’s events in order', async ({
    assert,
  }) => {
    const all = await Promise.all([recorded(60), recorded(60), recorded(60)])
    const published: RecordedEvent[] = []
    const slow = brokerThat(async (events) => {
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 5))
      published.push(...events)
    })
    const relays = Array.from({ length: 4 }, () => new Relay(slow, [everything()]))
    await Promise.all(relays.map((relay) => relay.start()))
    await until(
      async () => (await Promise.all(all.map(({ company }) => waiting(company)))).flat().length === 0
    )
    await Promise.all(relays.map((relay) => relay.stop()))
    for (const { company, ids } of all) {
      const ours = published.filter(({ tenantId }) => tenantId === company.tenant.id)
      assert.deepEqual(
        ours.map(({ id }) => id),
        ids
      )
    }
  })

  test('two writers of one subject leave the outbox in the order of their commits', async ({ assert }) => {
    const { company, Probed, subject } = await recorded(1)
    const [begun, mayGoOn] = [signal(), signal()]
    const first = company.inside(async () => {
      await Probed.record(subject, { position: 1 })
      await db.from('events').first()
      begun.give()
      await mayGoOn.given
      await Probed.record(subject, { position: 2 })
    })
    await begun.given
    const second = company.inside(() => Probed.record(subject, { position: 3 }))
    await until(isSomebodyWaiting)
    mayGoOn.give()
    await Promise.all([first, second])
    const { rows } = await db.connection('system').rawQuery<{ rows: { position: number; seq: number }[] }>(
      `select (e.data ->> 'position')::int as position, e.seq from outbox o join events e on e.id = o.event_id
         where o.tenant_id = ? order by o.seq`,
      [company.tenant.id]
    )
    assert.deepEqual(
      rows.map(({ position }) => position),
      [0, 1, 2, 3]
    )
    assert.deepEqual(
      rows.map(({ seq }) => seq),
      [1, 2, 3, 4]
    )
  })

  test('is called by a commit, and does not wait for its next look', async ({ assert }) => {
    const published: string[] = []
    const relay = new Relay(
      brokerThat(async (events) => void published.push(...events.map(({ id }) => id))),
      [everything()]
    )
    await relay.start()
    const waits: number[] = []
    for (let turn = 0; turn < 5; turn++) {
      const startedAt = performance.now()
      const { ids } = await recorded(1)
      await until(() => published.includes(ids[0]))
      waits.push(performance.now() - startedAt)
    }
    await relay.stop()
    assert.isBelow(Math.min(...waits), 500)
  })
})
