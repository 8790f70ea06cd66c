import { Env } from '@adonisjs/core/env'

export default await Env.create(new URL('../', import.meta.url), {
  NODE_ENV: Env.schema.enum(['development', 'production', 'test'] as const),
  HOST: Env.schema.string({ format: 'host' }),
  PORT: Env.schema.number(),
  APP_URL: Env.schema.string({ format: 'url', tld: false }),
  APP_KEY: Env.schema.secret(),
  DATA_DIR: Env.schema.string(),
  LOG_LEVEL: Env.schema.enum.optional([
    'trace',
    'debug',
    'info',
    'warn',
    'error',
    'fatal',
    'silent',
  ] as const),

  DATABASE_URL: Env.schema.secret(),
  DATABASE_OWNER_URL: Env.schema.secret(),
  DATABASE_SYSTEM_URL: Env.schema.secret(),
  DATABASE_POOL: Env.schema.number.optional(),

  QUEUE_DRIVER: Env.schema.enum(['rabbitmq', 'embedded'] as const),
  QUEUE_PREFIX: Env.schema.string.optional(),
  WORKER_CONCURRENCY: Env.schema.number.optional(),
  AMQP_URL: Env.schema.secret.optional(),
  SESSION_DRIVER: Env.schema.enum.optional(['database', 'memory'] as const),
  SMTP_URL: Env.schema.secret.optional(),
  SMTP_RATE: Env.schema.string.optional(),
  MAIL_FROM: Env.schema.string.optional({ format: 'email' }),

  DRIVE_DISK: Env.schema.enum.optional(['fs', 's3'] as const),
  S3_ENDPOINT: Env.schema.string.optional(),
  S3_REGION: Env.schema.string.optional(),
  S3_BUCKET: Env.schema.string.optional(),
  S3_KEY: Env.schema.string.optional(),
  S3_SECRET: Env.schema.secret.optional(),

  REGISTRATION: Env.schema.enum.optional(['open', 'closed'] as const),
  METRICS_TOKEN: Env.schema.secret.optional(),
  TRUST_PROXY: Env.schema.string.optional(),
  REQUEST_TIMEOUT: Env.schema.number.optional(),
  SSO_PRIVATE_ISSUERS: Env.schema.string.optional(),
  GOOGLE_CLIENT_ID: Env.schema.string.optional(),
  GOOGLE_CLIENT_SECRET: Env.schema.secret.optional(),
  GITHUB_CLIENT_ID: Env.schema.string.optional(),
  GITHUB_CLIENT_SECRET: Env.schema.secret.optional(),

  CORS_ORIGINS: Env.schema.string.optional(),
  API_REQUESTS_PER_TOKEN: Env.schema.number.optional(),
  API_REQUESTS_PER_COMPANY: Env.schema.number.optional(),
})
