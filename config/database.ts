import pg from 'pg'
import env from '#start/env'
import { defineConfig } from '@adonisjs/lucid'

const INT8 = 20
pg.types.setTypeParser(INT8, Number)

const connection = (url: string, max: number) => ({
  client: 'pg' as const,
  connection: { connectionString: url, keepAlive: true },
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
