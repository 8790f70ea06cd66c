import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath, pathToFileURL } from 'node:url'
import pg from 'pg'
import { runAce } from '../../../bin/lib/ace.mjs'
import { probeAmqp } from '../../../bin/lib/amqp_probe.mjs'
import { openDatabase } from '../../../bin/lib/database.mjs'
import { startRabbit, type OwnBroker } from '../../../bin/lib/rabbitmq.mjs'
import { openSecrets } from '../../../bin/lib/secrets.mjs'
import type { Ledger } from '#tests/faults/campaign/ledger'
import { Line } from '#tests/faults/campaign/line'
import { MoodyMailServer } from '#tests/faults/campaign/moody_mail_server'
import { MoodyWebhookReceiver } from '#tests/faults/campaign/moody_webhook_receiver'
import { Product, type ProcessName } from '#tests/product'

export const PROCESSES: ProcessName[] = ['web', 'relay', 'worker', 'scheduler']

/** As the supervisor of `npm start` waits at first; it doubles the pause for what falls again and again. */
const PAUSE = 500
const CACHE = fileURLToPath(new URL('../../../.cache', import.meta.url))
const CLOCK = pathToFileURL(fileURLToPath(new URL('./unsteady_clock.mjs', import.meta.url))).href

/** The whole product with a database and a broker of its own, each reached over a line that can be disturbed. */
export class Stage {
  readonly lines!: { database: Line; broker: Line }
  readonly mails!: MoodyMailServer
  readonly receiver!: MoodyWebhookReceiver
  readonly broker!: OwnBroker
  readonly product!: Product
  /** How often a process ended by itself: not killed, and not told to. */
  readonly falls: string[] = []
  readonly kills = new Map<string, number>()
  #database!: Awaited<ReturnType<typeof openDatabase>>
  #children = new Map<ProcessName, ReturnType<Product['run']>>()
  #armed = new Map<ProcessName, string>()
  #isClosing = false

  constructor(
    private folder: string,
    private ledger: Ledger
  ) {}

  /** Database and broker, with the variables of this process set for them. */
  async build() {
    mkdirSync(this.dataDir, { recursive: true })
    const secrets = openSecrets(this.dataDir)
    this.#database = await openDatabase({
      settings: { DATA_DIR: this.dataDir },
      secrets,
      onLost: (problem) => process.stderr.write(`${problem.message}\n`),
    })
    const { urls } = this.#database
    const env = { ...process.env, ...urls, DATA_DIR: this.dataDir, APP_KEY: secrets.appKey }
    await runAce(['migration:run', '--force', '--connection=owner', '--no-schema-generate'], {
      cwd: process.env.PRODUCT_BUILD!,
      env: { ...env, NODE_ENV: 'production' },
      signal: new AbortController().signal,
      purpose: 'Migrating the database',
    })
    const broker = await startRabbit({ cache: CACHE, isPrivate: true })
    const mails = new MoodyMailServer(this.ledger)
    const smtpUrl = await mails.open()
    const receiver = new MoodyWebhookReceiver(this.ledger)
    await receiver.open()
    const lines = {
      database: await Line.open(() => Number(new URL(urls.DATABASE_URL).port)),
      broker: await Line.open(() => Number(new URL(broker.url).port)),
    }
    Object.assign(this, { broker, mails, receiver, lines })
    Object.assign(process.env, {
      ...urls,
      DATA_DIR: this.dataDir,
      APP_KEY: secrets.appKey,
      AMQP_URL: broker.url,
      QUEUE_DRIVER: 'rabbitmq',
      SMTP_URL: smtpUrl,
      WEBHOOK_PRIVATE_HOSTS: receiver.host,
    })
  }

  get dataDir() {
    return join(this.folder, 'data')
  }

  /** Past the lines, as the superuser: the one who looks must see everything. */
  get adminUrl() {
    const { password } = JSON.parse(readFileSync(join(this.dataDir, 'postgres', 'cluster.json'), 'utf8'))
    return Object.assign(new URL(process.env.DATABASE_URL!), { username: 'postgres', password }).href
  }

  get prefix() {
    return this.product.env.QUEUE_PREFIX!
  }

  async raise() {
    const overLine = (name: string) => this.lines.database.over(process.env[name]!)
    const product = await Product.start({
      driver: 'rabbitmq',
      processes: [],
      env: {
        DATABASE_URL: overLine('DATABASE_URL'),
        DATABASE_OWNER_URL: overLine('DATABASE_OWNER_URL'),
        DATABASE_SYSTEM_URL: overLine('DATABASE_SYSTEM_URL'),
        AMQP_URL: this.lines.broker.over(this.broker.url),
        LOG_LEVEL: 'warn',
        API_REQUESTS_PER_TOKEN: '1000000',
        API_REQUESTS_PER_COMPANY: '1000000',
        NODE_OPTIONS: `--import=${CLOCK}`,
        CAMPAIGN_CLOCK: this.#clock,
      },
    })
    Object.assign(this, { product })
    for (const name of PROCESSES) this.#keep(name)
    await product.ready()
  }

  /** SIGKILL now; started again as the supervisor would, perhaps to die at a point of its own choosing. */
  async kill(name: ProcessName, diesAt?: string) {
    const child = this.#children.get(name)
    if (!child || child.exitCode !== null || child.signalCode !== null) return false
    if (diesAt) this.#armed.set(name, diesAt)
    return child.kill('SIGKILL')
  }

  /** Everything at once; its head, whose children find out; or one child, after which its head ends all connections. */
  async killDatabase(victim: 'server' | 'postmaster' | 'backend') {
    const postmaster = Number(readFileSync(this.#postmasterFile, 'utf8').split('\n')[0])
    const backend = victim === 'backend' ? await this.#anyBackend() : undefined
    if (victim === 'backend' && !backend) return false
    const others = victim === 'server' ? childrenOf(postmaster) : []
    for (const pid of backend ? [backend] : [postmaster, ...others]) end(pid)
    await this.#note(`database ${victim}`)
    // Its head needs a moment to see that a child has died.
    if (backend) await sleep(100)
    return true
  }

  async killBroker() {
    await this.broker.kill()
    await this.#note('broker')
  }

  get killed() {
    return [...this.kills.values()].reduce((sum, count) => sum + count, 0)
  }

  async isDatabaseUp() {
    const client = new pg.Client({ connectionString: this.adminUrl, connectionTimeoutMillis: 1000 })
    return client.connect().then(
      () => client.end().then(() => true),
      () => false
    )
  }

  async isBrokerUp() {
    return (await probeAmqp(this.broker.url)) === 'ready'
  }

  async isWebUp() {
    return fetch(`${this.product.url}/health/live`, { signal: AbortSignal.timeout(1000) }).then(
      ({ ok }) => ok,
      () => false
    )
  }

  jumpClock(milliseconds: number) {
    writeFileSync(this.#clock, String(milliseconds))
  }

  async close() {
    this.#isClosing = true
    await this.product?.stop()
    for (const line of Object.values(this.lines ?? {})) line.close()
    await Promise.allSettled([
      this.broker?.stop(),
      this.mails?.close(),
      this.receiver?.close(),
      this.#database?.stop(),
    ])
    if (this.#database) rmSync(this.#database.shelter, { recursive: true, force: true })
  }

  get #postmasterFile() {
    return join(this.#database.data, 'postmaster.pid')
  }

  get #clock() {
    return join(this.dataDir, 'clock')
  }

  #keep(name: ProcessName) {
    const diesAt = this.#armed.get(name)
    this.#armed.delete(name)
    const child = this.product.run(name, diesAt ? { LATCHKEY_CRASH_AT: diesAt } : {})
    this.#children.set(name, child)
    child.once('exit', async (code, signal) => {
      if (this.#isClosing) return
      const what = diesAt ? `${name} at ${diesAt}` : name
      if (signal === 'SIGKILL') await this.#note(what)
      else this.#fell(name, signal ?? `code ${code}`)
      await sleep(PAUSE)
      if (!this.#isClosing) this.#keep(name)
    })
  }

  async #note(what: string) {
    this.kills.set(what, (this.kills.get(what) ?? 0) + 1)
    await this.ledger.note({ is: 'killed', what })
  }

  #fell(what: string, how: string) {
    this.falls.push(`${what} (${how})`)
    void this.ledger.write({ is: 'ended itself', what, how, at: new Date().toISOString() })
  }

  async #anyBackend() {
    const client = new pg.Client({ connectionString: this.adminUrl, connectionTimeoutMillis: 1000 })
    try {
      await client.connect()
      const { rows } = await client.query(
        `select pid from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid() order by random() limit 1`
      )
      return rows[0]?.pid as number | undefined
    } catch {
      return undefined
    } finally {
      await client.end().catch(() => {})
    }
  }
}

function end(pid: number) {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    return
  }
}

function childrenOf(pid: number) {
  const { stdout } = spawnSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' })
  const pairs = stdout.split('\n').map((line) => line.trim().split(/\s+/).map(Number))
  return pairs.filter(([, parent]) => parent === pid).map(([child]) => child)
}
