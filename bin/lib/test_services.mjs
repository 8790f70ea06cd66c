import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { buildApplication } from './build.mjs'
import { CHROMIUM_FLAGS, findChromium } from './chromium.mjs'
import { freePort } from './free_port.mjs'
import { narrate, say } from './narrate.mjs'
import { startRabbit } from './rabbitmq.mjs'
import { TestDatabases } from './test_database.mjs'

const FOREIGN =
  /^(DATABASE_|QUEUE_|SESSION_DRIVER$|S3_|SMTP_|MAIL_|DRIVE_|TRUST_PROXY$|CORS_ORIGINS$|GOOGLE_CLIENT_|GITHUB_|API_REQUESTS_|LOG_LEVEL$|NODE_OPTIONS$)/

/** What the suites need from outside, each started once and only when a suite asks for it. */
export class TestServices {
  #stopping = new AbortController()
  #shared = new Map()
  #databases

  constructor({ root, env = process.env }) {
    this.root = root
    this.given = env
    this.cache = join(root, '.cache')
    this.folder = mkdtempSync(join(tmpdir(), 'latchkey-test-'))
    this.common = {
      ...ownVariables(env),
      PATH: [join(root, 'node_modules', '.bin'), env.PATH].join(delimiter),
      NODE_ENV: 'test',
      TZ: 'UTC',
      NODE_COMPILE_CACHE: join(this.cache, 'compiled'),
      HOST: '127.0.0.1',
      APP_KEY: randomBytes(32).toString('base64url'),
      METRICS_TOKEN: randomBytes(32).toString('base64url'),
      QUEUE_DRIVER: 'embedded',
      REGISTRATION: 'open',
    }
  }

  /** The environment in which a suite runs. */
  async environment({ name, needs, env: own }) {
    const port = await freePort()
    const dataDir = join(this.folder, name)
    mkdirSync(dataDir)
    const env = {
      ...this.common,
      PORT: String(port),
      APP_URL: `http://localhost:${port}`,
      DATA_DIR: dataDir,
      SMTP_URL: `smtp://127.0.0.1:${await freePort()}`,
      SES_REGION: 'eu-west-1',
      SES_ENDPOINT: `http://127.0.0.1:${await freePort()}`,
      SES_KEY: 'AKIATESTTESTTESTTEST',
      SES_SECRET: 'a secret of the tests',
      SES_TOPICS: 'arn:aws:sns:eu-west-1:123456789012:mails',
      HUBSPOT_API_URL: `http://127.0.0.1:${await freePort()}`,
      SALESFORCE_LOGIN_URL: `http://127.0.0.1:${await freePort()}`,
      ...own,
    }
    for (const need of needs) Object.assign(env, await this.#provide(need, { name, env }))
    return env
  }

  /** Ends everything, in the order in which one uses the other. */
  async stop() {
    this.#stopping.abort()
    const broker = await this.#shared.get('broker')?.catch(() => {})
    await Promise.allSettled([broker?.service.stop(), this.#databases?.stop()])
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  }

  #provide(need, { name, env }) {
    if (need === 'database') return this.#database(name, env)
    if (!this.#shared.has(need)) this.#shared.set(need, this.#start(need, env))
    return this.#shared.get(need).then(({ variables }) => variables)
  }

  async #database(name, env) {
    this.#databases ??= new TestDatabases({
      root: this.root,
      env: { ...env, TEST_DATABASE_ADMIN_URL: this.given.TEST_DATABASE_ADMIN_URL },
      signal: this.#stopping.signal,
    })
    return narrate(`Database for ${name}`, () => this.#databases.create(name))
  }

  async #start(need, env) {
    if (need === 'broker') {
      const broker = await narrate('RabbitMQ', () => startRabbit({ cache: this.cache, env: this.given, say }))
      return { service: broker, variables: { AMQP_URL: broker.url } }
    } else if (need === 'browser') {
      const { path } = await narrate('Chromium', () =>
        findChromium({ root: this.root, cache: this.cache, env: this.given, say })
      )
      return { variables: { CHROMIUM_PATH: path, CHROMIUM_FLAGS: CHROMIUM_FLAGS.join(' ') } }
    } else {
      const build = await this.#build(env)
      return { variables: { PRODUCT_BUILD: build } }
    }
  }

  async #build(env) {
    const urls = env.DATABASE_URL ? {} : await this.#database('build', env)
    const signal = this.#stopping.signal
    return narrate('Building the product', () =>
      buildApplication({ root: this.root, env: { ...env, ...urls, NODE_ENV: 'production' }, signal })
    )
  }
}

function ownVariables(env) {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !FOREIGN.test(name)))
}
