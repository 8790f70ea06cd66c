import pg from 'pg'
import env from '#start/env'
import { defineConfig } from '@adonisjs/lucid'

const INT8 = 20
pg.types.setTypeParser(INT8, Number)

// Behind a line that is cut PostgreSQL does not notice the end of a unit, and would keep its locks for hours.
const LONGEST_REST_IN_UNIT = 60_000

const connection = (url: string, max: number) => ({
  client: 'pg' as const,
  connection: {
    connectionString: url,
    keepAlive: true,
    idle_in_transaction_session_timeout: LONGEST_REST_IN_UNIT,
  },
  pool: { min: 0, max },
})

// Tables that no model reads: the framework's own, and those behind plain queries.
const WITHOUT_MODEL = [
  'adonis_schema',
  'adonis_schema_versions',
  'sessions',
  'rate_limits',
  'outbox',
  'consumed_events',
  'event_subjects',
  'customer_words',
  'number_series',
  'process_reports',
]

const migrations = { naturalSort: true, paths: ['database/migrations'] }
const poolSize = env.get('DATABASE_POOL') ?? 10

export default defineConfig({
  connection: 'app',
  connections: {
    app: connection(env.get('DATABASE_URL').release(), poolSize),
    system: connection(env.get('DATABASE_SYSTEM_URL').release(), poolSize),
    owner: {
      ...connection(env.get('DATABASE_OWNER_URL').release(), 2),
      migrations,
      schemaGeneration: {
        enabled: env.get('NODE_ENV') === 'development',
        rulesPaths: ['./database/schema_rules.js'],
        excludeTables: WITHOUT_MODEL,
      },
    },
  },
})
