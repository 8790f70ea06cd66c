import { once } from 'node:events'
import { spawn, type ChildProcess } from 'node:child_process'
import db from '@adonisjs/lucid/services/db'
import { newId } from '#app/platform/ids'
import { defineEvent } from '#app/platform/events/events'
import { probeName } from '#tests/broker/probe_events'
import { endProcess, isRunning } from '#tests/end_process'
import { makeCompany, unique } from '#tests/factories'

type Role = 'relay' | 'worker'
type Message = { delivered?: string[]; started?: Role }

/** Relays and workers as processes of their own, on queues and with a company of their own. */
export class Crew {
  readonly prefix = unique('fault')
  readonly eventName = probeName()
  #deliveries = new Map<string, number>()
  #children = new Set<ChildProcess>()
  #company = makeCompany()

  constructor(private env: Record<string, string> = {}) {}

  /** Resolves when it is at work, or has already met its end at the fault point. */
  async start(role: Role, crashAt?: string) {
    const child = spawn(
      process.execPath,
      ['--import=./tests/from_build.mjs', 'tests/faults/probe_process.ts', role, this.prefix, this.eventName],
      {
        env: {
          ...process.env,
          QUEUE_DRIVER: 'rabbitmq',
          ...this.env,
          ...(crashAt && { LATCHKEY_CRASH_AT: crashAt }),
        },
        stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      }
    )
    this.#children.add(child)
    child.once('exit', () => this.#children.delete(child))
    await new Promise<void>((resolve) => {
      child.once('exit', () => resolve())
      child.on('message', ({ delivered = [], started }: Message) => {
        for (const id of delivered) this.#deliveries.set(id, (this.#deliveries.get(id) ?? 0) + 1)
        if (started) resolve()
      })
    })
    return child
  }

  /** Resolves to the signal that ended it. */
  async end(child: ChildProcess, signal?: NodeJS.Signals) {
    if (signal) await endProcess(child, signal)
    else if (isRunning(child)) await once(child, 'exit')
    return child.signalCode ?? child.exitCode
  }

  async stop() {
    await Promise.all([...this.#children].map((child) => this.end(child, 'SIGKILL')))
  }

  async record(count: number) {
    const { inside } = await this.#company
    const Probed = defineEvent(this.eventName)
    for (let left = count; left > 0; left -= 100) {
      await inside(async () => {
        for (let one = 0; one < Math.min(left, 100); one++) await Probed.record({ id: newId() }, {})
      })
    }
  }

  /** How often the effect of each event happened, as counts by number: { '1': 300 } is what is wanted. */
  async effects() {
    const { tenant } = await this.#company
    const { rows } = await db.connection('system').rawQuery<{ rows: { times: number; events: number }[] }>(
      `select coalesce(n.next, 1001) - 1001 as times, count(*) as events
       from events e left join number_series n on n.tenant_id = e.tenant_id and n.name = 'effect ' || e.id
       where e.tenant_id = ? group by 1`,
      [tenant.id]
    )
    return Object.fromEntries(rows.map(({ times, events }) => [times, events]))
  }

  async isDone() {
    const effects = await this.effects()
    return effects[0] === undefined
  }

  /** How many events a worker was given so many times, or more often. */
  delivered({ times }: { times: number }) {
    return [...this.#deliveries.values()].filter((count) => count >= times).length
  }

  async waiting() {
    const { tenant } = await this.#company
    const { rows } = await db
      .connection('system')
      .rawQuery<{ rows: { count: number }[] }>('select count(*) from outbox where tenant_id = ?', [tenant.id])
    return rows[0].count
  }
}
