import {
  PgBoss,
  fromKnex,
  getConstructionPlans,
  type ConstructorOptions,
  type Job,
  type JobResult,
  type JobWithMetadata,
} from 'pg-boss'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import env from '#start/env'
import logger from '@adonisjs/core/services/logger'

export type { Job, JobResult, JobWithMetadata, PgBoss }

const SCHEMA = 'pgboss'
export const NEVER = 10 * 365 * 24 * 3600

/** pg-boss counts on somebody looking after its queues: `supervise` in each process that consumes. */
export async function startBoss(
  options: Pick<ConstructorOptions, 'supervise' | 'schedule' | 'useListenNotify' | 'max'>
) {
  const boss = new PgBoss({
    connectionString: env.get('DATABASE_SYSTEM_URL').release(),
    schema: SCHEMA,
    migrate: false,
    createSchema: false,
    reindex: false,
    superviseIntervalSeconds: 5,
    monitorIntervalSeconds: 5,
    ...options,
  })
  // The errors carry their whole connection along.
  boss.on('error', ({ message }) => logger.error({ reason: message }, 'pg-boss failed'))
  boss.on('warning', ({ message, data }) => logger.warn({ data }, message))
  return boss.start()
}

/** The statements that make pg-boss's schema, without the BEGIN and COMMIT they bring along. */
export function schemaPlan() {
  return getConstructionPlans(SCHEMA)
    .replace(/^\s*BEGIN;/, '')
    .replace(/COMMIT;\s*$/, '')
}

/** Lets a pg-boss call join a transaction. */
export function within(trx: TransactionClientContract) {
  return { db: fromKnex(trx.knexClient as never) }
}
