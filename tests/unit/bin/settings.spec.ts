import { test } from '@japa/runner'
import { readSettings } from '../../../bin/lib/settings.mjs'

const ROOT = '/srv/latchkey'
const DATABASE = {
  DATABASE_URL: 'postgres://app:a@db:5432/latchkey',
  DATABASE_OWNER_URL: 'postgres://owner:o@db:5432/latchkey',
  DATABASE_SYSTEM_URL: 'postgres://system:s@db:5432/latchkey',
}
const problemsOf = (env: Record<string, string>) => readSettings(env, ROOT).problems

const WRONG: { env: Record<string, string>; variable: string }[] = [
  { env: { PORT: 'http' }, variable: 'PORT' },
  { env: { PORT: '70000' }, variable: 'PORT' },
  { env: { HOST: 'my host' }, variable: 'HOST' },
  { env: { APP_URL: 'crm.example.com' }, variable: 'APP_URL' },
  { env: { APP_URL: 'https://example.com/crm' }, variable: 'APP_URL' },
  { env: { APP_KEY: 'short' }, variable: 'APP_KEY' },
  { env: { ...DATABASE, DATABASE_URL: 'mysql://app:a@db/latchkey' }, variable: 'DATABASE_URL' },
  { env: { ...DATABASE, DATABASE_OWNER_URL: '' }, variable: 'DATABASE_OWNER_URL' },
  { env: { ...DATABASE, DATABASE_SYSTEM_URL: DATABASE.DATABASE_URL }, variable: 'DATABASE_SYSTEM_URL' },
  {
    env: { ...DATABASE, DATABASE_SYSTEM_URL: 'postgres://system:s@other/latchkey' },
    variable: 'DATABASE_SYSTEM_URL',
  },
  { env: { QUEUE_DRIVER: 'kafka' }, variable: 'QUEUE_DRIVER' },
  { env: { QUEUE_DRIVER: 'rabbitmq' }, variable: 'AMQP_URL' },
  { env: { AMQP_URL: 'localhost:5672' }, variable: 'AMQP_URL' },
  { env: { CORS_ORIGINS: 'https://a.example.com, b.example.com' }, variable: 'CORS_ORIGINS' },
  { env: { API_REQUESTS_PER_TOKEN: 'many' }, variable: 'API_REQUESTS_PER_TOKEN' },
  { env: { API_REQUESTS_PER_COMPANY: '0' }, variable: 'API_REQUESTS_PER_COMPANY' },
  { env: { SMTP_URL: 'mail.example.com' }, variable: 'SMTP_URL' },
  { env: { SMTP_RATE: '10' }, variable: 'SMTP_RATE' },
  { env: { MAIL_DRIVER: 'pigeon' }, variable: 'MAIL_DRIVER' },
  { env: { MAIL_DRIVER: 'ses', MAIL_FROM: 'no-reply@example.com' }, variable: 'SES_REGION' },
  { env: { MAIL_DRIVER: 'ses', SES_REGION: 'eu-west-1' }, variable: 'MAIL_FROM' },
  { env: { SES_KEY: 'key' }, variable: 'SES_SECRET' },
  { env: { SES_ENDPOINT: 'email' }, variable: 'SES_ENDPOINT' },
  { env: { SES_TOPICS: 'mails' }, variable: 'SES_TOPICS' },
  { env: { MAIL_FROM: 'nobody' }, variable: 'MAIL_FROM' },
  { env: { DRIVE_DISK: 'ftp' }, variable: 'DRIVE_DISK' },
  { env: { REGISTRATION: 'yes' }, variable: 'REGISTRATION' },
  { env: { PUSH_PRIVATE_SERVICES: 'https://push.internal' }, variable: 'PUSH_PRIVATE_SERVICES' },
  { env: { WEBHOOK_PRIVATE_HOSTS: 'https://hooks.internal' }, variable: 'WEBHOOK_PRIVATE_HOSTS' },
  { env: { SSO_PRIVATE_ISSUERS: 'https://keycloak.internal' }, variable: 'SSO_PRIVATE_ISSUERS' },
  { env: { GOOGLE_CLIENT_ID: 'id' }, variable: 'GOOGLE_CLIENT_SECRET' },
  { env: { GITHUB_CLIENT_SECRET: 'secret' }, variable: 'GITHUB_CLIENT_ID' },
  { env: { GITHUB_URL: 'github.example.com' }, variable: 'GITHUB_URL' },
  { env: { HUBSPOT_API_URL: 'api.hubapi.com' }, variable: 'HUBSPOT_API_URL' },
  { env: { HUBSPOT_LOGIN_URL: 'app.hubspot.com' }, variable: 'HUBSPOT_LOGIN_URL' },
  { env: { HUBSPOT_CLIENT_ID: 'id' }, variable: 'HUBSPOT_CLIENT_SECRET' },
  { env: { SALESFORCE_CLIENT_SECRET: 'secret' }, variable: 'SALESFORCE_CLIENT_ID' },
  { env: { SALESFORCE_LOGIN_URL: 'login.salesforce.com' }, variable: 'SALESFORCE_LOGIN_URL' },
  { env: { DRIVE_DISK: 's3', S3_KEY: 'key', S3_SECRET: 'secret' }, variable: 'S3_BUCKET' },
  { env: { S3_ENDPOINT: 'minio' }, variable: 'S3_ENDPOINT' },
  { env: { S3_DIRECT_DOWNLOADS: 'maybe' }, variable: 'S3_DIRECT_DOWNLOADS' },
  { env: { METRICS_TOKEN: 'short' }, variable: 'METRICS_TOKEN' },
  { env: { LOG_LEVEL: 'loud' }, variable: 'LOG_LEVEL' },
  { env: { DATABASE_POOL: '0' }, variable: 'DATABASE_POOL' },
  { env: { REQUEST_TIMEOUT: '5 min' }, variable: 'REQUEST_TIMEOUT' },
  { env: { WORKER_CONCURRENCY: 'many' }, variable: 'WORKER_CONCURRENCY' },
]

test.group('Settings of a start', () => {
  test('nothing needs to be set')
    .with([{}, { PORT: '', DATABASE_URL: '', AMQP_URL: '' }])
    .run(({ assert }, env) => {
      const { settings, problems } = readSettings(env, ROOT)
      assert.isEmpty(problems)
      assert.containsSubset(settings, {
        PORT: '3333',
        HOST: '127.0.0.1',
        APP_URL: 'http://localhost:3333',
        DATA_DIR: '/srv/latchkey/.data',
        QUEUE_DRIVER: 'embedded',
        DRIVE_DISK: 'fs',
      })
    })

  test('one line names {variable} when it cannot be used')
    .with(WRONG)
    .run(({ assert }, { env, variable }) => {
      const problems = problemsOf(env)
      assert.lengthOf(problems, 1)
      assert.include(problems[0], variable)
      assert.notInclude(problems[0], '\n')
    })

  test('every wrong variable is named at once', ({ assert }) => {
    assert.lengthOf(problemsOf({ PORT: 'x', QUEUE_DRIVER: 'x', LOG_LEVEL: 'x' }), 3)
  })

  test('a line never shows a password', ({ assert }) => {
    const leaky = { ...DATABASE, DATABASE_URL: 'postgres//app:hunter2@db', AMQP_URL: 'http://u:hunter2@mq' }
    const lines = problemsOf({ ...leaky, SMTP_URL: 'http://u:hunter2@mail', APP_KEY: 'hunter2' })
    assert.lengthOf(lines, 4)
    assert.notInclude(lines.join(), 'hunter2')
  })

  test('the port is part of the default address', ({ assert }) => {
    assert.equal(readSettings({ PORT: '4000' }, ROOT).settings.APP_URL, 'http://localhost:4000')
  })

  test('a broker is used when it is named, unless the embedded bus is asked for', ({ assert }) => {
    const AMQP_URL = 'amqp://mq:5672'
    assert.equal(readSettings({ AMQP_URL }, ROOT).settings.QUEUE_DRIVER, 'rabbitmq')
    assert.equal(readSettings({ AMQP_URL, QUEUE_DRIVER: 'embedded' }, ROOT).settings.QUEUE_DRIVER, 'embedded')
  })
})
