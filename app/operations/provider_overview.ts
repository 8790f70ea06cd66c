import db from '@adonisjs/lucid/services/db'
import providers, { type ProviderConfig } from '#config/providers'
import { PRIORITIES, type Priority } from '#app/platform/sending/turns'

const COUNTED = 10_000

type Row = {
  opened_at: Date | null
  retry_at: Date | null
  is_probing: boolean
  error: string | null
  failures: number
}

/** What waits for each provider, at which rate it leaves, and whether it is left alone for now. */
export async function providerOverview() {
  return Promise.all(Object.values(providers).map((config) => overviewOf(config)))
}

async function overviewOf({ name, label, rate }: ProviderConfig) {
  const row: Row | null = await db.connection('system').from('providers').where('name', name).first()
  const isOpen = Boolean(row?.opened_at)
  return {
    name,
    label,
    rate: rate?.text ?? null,
    state: !isOpen
      ? ('working' as const)
      : row!.is_probing
        ? ('probing' as const)
        : ('out_of_order' as const),
    since: row?.opened_at?.toISOString() ?? null,
    nextTryAt: isOpen ? (row!.retry_at?.toISOString() ?? null) : null,
    error: isOpen || row?.failures ? row!.error : null,
    waiting: await waitingFor(name),
    oldestAt: (await oldestOf(name))?.toISOString() ?? null,
    unknown: await unknown(),
  }
}

async function waitingFor(provider: string) {
  const counts = {} as Record<Priority, number>
  for (const [name, priority] of Object.entries(PRIORITIES)) {
    const some = system().from('turns').where({ provider, priority }).select('seq').limit(COUNTED).as('some')
    counts[name as Priority] = Number((await system().from(some).count('* as count').first()).count)
  }
  return counts
}

// Turns have no order of their age across companies, and need none: their number says it well enough.
async function oldestOf(provider: string): Promise<Date | null> {
  const some = system().from('turns').where({ provider }).select('asked_at').limit(COUNTED).as('some')
  return (await system().from(some).min('asked_at as oldest').first()).oldest
}

async function unknown() {
  const some = system()
    .from('deliveries')
    .where('state', 'unknown')
    .whereNull('resolved_at')
    .select('id')
    .limit(COUNTED)
    .as('some')
  return Number((await system().from(some).count('* as count').first()).count)
}

const system = () => db.connection('system')
