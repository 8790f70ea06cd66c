import db from '@adonisjs/lucid/services/db'
import type { RecordedEvent } from '#app/platform/events/events'
import { acrossTenants } from '#app/platform/database/current'
import { NEVER, startBoss, within, type Job, type JobResult, type PgBoss } from '#app/platform/timers/boss'
import { BusUnavailableError, PoisonError, UnroutableError } from '#app/platform/bus/bus'
import type {
  Bus,
  ConsumeOptions,
  DeadLetters,
  Departure,
  Depths,
  Handle,
  Reach,
} from '#app/platform/bus/bus'
import { EmbeddedDeadLetters } from '#app/platform/bus/embedded_dead_letters'
import { findRecordedEvents, type EventReference } from '#app/platform/events/recorded_events'
import { ofTrace, type TraceParent } from '#app/platform/telemetry/tracing'
import { RetryLadder } from '#app/platform/bus/retry_ladder'

/** A job carries ids, never data: jobs stand outside the tenants' wall. */
export type EventJob = EventReference & { attempts: number; trace?: TraceParent }

type Options = { prefix: string; ladder: number[]; deliveryLimit: number; stopTimeout: number }

type Waiting = { name: string; is_due: boolean; attempts: number; count: number; oldest: number | null }

const DEPTHS = `
  select name, start_after <= now() as is_due, min(case when start_after > now() then (data ->> 'attempts')::int end) as attempts,
    count(*), round(extract(epoch from now() - min(start_after)))::float8 as oldest
  from pgboss.job where name = any(?::text[]) and state < 'active'
  group by name, start_after <= now(), case when start_after > now() then data ->> 'attempts' end`
const sum = (rows: { count: number }[]) => rows.reduce((all, { count }) => all + count, 0)

const ALL = 'all'
const BATCH = 50
const BEHIND = -1

/** The queues of pg-boss in the product's own database: no broker, one machine. */
export class EmbeddedBus implements Bus {
  readonly driver = 'embedded'
  #ladder: RetryLadder
  #publisher?: Promise<PgBoss>
  #consumer?: Promise<PgBoss>
  #consumed: string[] = []
  #narrow = new Set<string>()

  constructor(private options: Options) {
    this.#ladder = new RetryLadder(options.ladder)
  }

  async declare(queue: string, { subscribes, isNarrow = false }: Reach) {
    const boss = await this.#forPublishing()
    const name = this.#nameOf(queue)
    const lasting = { retentionSeconds: NEVER, deleteAfterSeconds: 3600 }
    const settings = {
      ...lasting,
      notify: true,
      deadLetter: `${name}.dead`,
      retryLimit: this.options.deliveryLimit,
      heartbeatSeconds: 10,
    }
    await boss.createQueue(`${name}.dead`, lasting)
    await boss.createQueue(name, settings)
    await boss.updateQueue(name, settings)
    for (const event of subscribes === 'all' ? [ALL] : subscribes) await boss.subscribe(event, name)
    if (isNarrow) this.#narrow.add(name)
    else this.#narrow.delete(name)
  }

  async publish(events: RecordedEvent[], { behind, concerned }: Departure = {}) {
    const boss = await this.#forPublishing()
    const queues = await this.#subscriptions()
    const jobs = new Map<string, { data: EventJob; priority: number }[]>()
    const unroutable: RecordedEvent[] = []
    for (const event of events) {
      const concerning = (concerned?.(event) ?? []).map((queue) => this.#nameOf(queue))
      const hearing = [...(queues.get(event.name) ?? []), ...(queues.get(ALL) ?? [])]
      const targets = new Set(hearing.filter((name) => !this.#narrow.has(name) || concerning.includes(name)))
      if (targets.size === 0) unroutable.push(event)
      for (const queue of targets) {
        const batch = jobs.get(queue) ?? []
        const { tenantId, id: eventId, trace } = event
        const priority = behind?.has(eventId) ? BEHIND : 0
        batch.push({ data: { tenantId, eventId, attempts: 0, ...(trace && { trace }) }, priority })
        jobs.set(queue, batch)
      }
    }
    await acrossTenants(async (trx) => {
      for (const [queue, batch] of jobs) await boss.insert(queue, batch, within(trx))
    })
    if (unroutable.length > 0) throw new UnroutableError(unroutable)
  }

  async consume(queue: string, { concurrency, ...reach }: ConsumeOptions, handle: Handle) {
    await this.declare(queue, reach)
    this.#consumer ??= startBoss({ supervise: true, schedule: false, useListenNotify: true, max: 4 })
    const boss = await this.#consumer
    const name = this.#nameOf(queue)
    this.#consumed.push(name)
    const workers = Math.ceil(concurrency / BATCH)
    await boss.work<EventJob, unknown>(
      name,
      {
        batchSize: Math.ceil(concurrency / workers),
        localConcurrency: workers,
        burstWhenBatchFull: true,
        perJobResults: true,
        pollingIntervalSeconds: 1,
        notifyPollingIntervalSeconds: 1,
      } as const,
      (jobs: Job<EventJob>[]) => this.#handle(boss, name, jobs, handle)
    )
  }

  deadLetters(queue: string): DeadLetters {
    return new EmbeddedDeadLetters(() => this.#forPublishing(), this.#nameOf(queue))
  }

  async depths(queues: string[]): Promise<Depths> {
    const names = queues.flatMap((queue) => [this.#nameOf(queue), `${this.#nameOf(queue)}.dead`])
    const { rows } = await db.connection('system').rawQuery<{ rows: Waiting[] }>(DEPTHS, [names])
    const due = new Map(rows.filter(({ is_due: isDue }) => isDue).map((row) => [row.name, row]))
    const later = rows.filter(({ is_due: isDue }) => !isDue)
    const depths = queues.map((queue) => ({
      queue,
      waiting: due.get(this.#nameOf(queue))?.count ?? 0,
      dead: due.get(`${this.#nameOf(queue)}.dead`)?.count ?? 0,
      oldestInSeconds: due.get(this.#nameOf(queue))?.oldest ?? null,
    }))
    const steps = [...new Set(this.options.ladder)]
    const rungs = steps.map((wait) => ({
      waitInSeconds: wait / 1000,
      count: sum(later.filter(({ attempts }) => this.options.ladder[Math.max(0, attempts - 1)] === wait)),
    }))
    return { queues: depths, retrying: sum(later), rungs }
  }

  async ready() {
    try {
      await db.connection('system').rawQuery('select version from pgboss.version')
    } catch (error) {
      throw new BusUnavailableError(undefined, { cause: error })
    }
  }

  async close() {
    const consumer = await this.#consumer
    for (const name of this.#consumed.splice(0)) await consumer!.offWork(name, { wait: false })
    for (const boss of [consumer, await this.#publisher]) {
      await boss?.stop({ graceful: true, timeout: this.options.stopTimeout })
    }
    this.#publisher = this.#consumer = undefined
  }

  async #handle(boss: PgBoss, name: string, jobs: Job<EventJob>[], handle: Handle): Promise<JobResult[]> {
    const events = await findRecordedEvents(
      db.connection('system'),
      jobs.map(({ data }) => data)
    )
    return Promise.all(
      jobs.map((job) => this.#handleOne(boss, name, job, events.get(job.data.eventId), handle))
    )
  }

  async #handleOne(
    boss: PgBoss,
    name: string,
    job: Job<EventJob>,
    event: RecordedEvent | undefined,
    handle: Handle
  ): Promise<JobResult> {
    try {
      if (!event) throw new PoisonError(`The history has no event ${job.data.eventId}`)
      await handle(ofTrace(event, job.data.trace))
      return { id: job.id, status: 'completed' }
    } catch (error) {
      const next = this.#ladder.after(job.data.attempts + 1, error)
      if ('cause' in next) return { id: job.id, status: 'deadletter', output: next }
      const startAfter = new Date(Date.now() + next.retryIn)
      await boss.send(name, { ...job.data, attempts: next.attempts }, { startAfter })
      return { id: job.id, status: 'completed', output: { retried: startAfter } }
    }
  }

  async #subscriptions() {
    const { rows } = await db
      .connection('system')
      .rawQuery<{ rows: { event: string; name: string }[] }>(
        'select event, name from pgboss.subscription where starts_with(name, ?)',
        [`${this.options.prefix}.`]
      )
    const queues = new Map<string, string[]>()
    for (const { event, name } of rows) queues.set(event, [...(queues.get(event) ?? []), name])
    return queues
  }

  #nameOf(queue: string) {
    return `${this.options.prefix}.${queue}`
  }

  #forPublishing() {
    this.#publisher ??= startBoss({ supervise: false, schedule: false, useListenNotify: false, max: 2 })
    return this.#publisher
  }
}
