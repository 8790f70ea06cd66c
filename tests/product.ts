import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { endProcess, isRunning } from '#tests/end_process'
import { until } from '#tests/until'
import { freePort } from '../bin/lib/free_port.mjs'

const PROCESSES = { web: 'bin/server.js', relay: 'ace.js', worker: 'ace.js', scheduler: 'ace.js' } as const

export type ProcessName = keyof typeof PROCESSES
type Options = { driver: 'rabbitmq' | 'embedded'; env?: NodeJS.ProcessEnv; processes?: ProcessName[] }

/** The built product as it runs in production: its own processes on the database and broker of the suite. */
export class Product {
  readonly url: string
  #env: NodeJS.ProcessEnv
  #names: ProcessName[]
  #children = new Map<ProcessName, ChildProcess>()

  static #shared?: Promise<Product>

  /** The web process of all specs of a suite that want nothing special of it. */
  static web() {
    return (this.#shared ??= this.start({ driver: 'embedded', processes: ['web'] }))
  }

  static async stopShared() {
    await (await this.#shared)?.stop()
  }

  static async start(options: Options) {
    const product = new Product(await freePort(), options)
    for (const name of product.#names) product.run(name)
    if (product.#names.includes('web')) await product.ready()
    return product
  }

  private constructor(
    port: number,
    { driver, env = {}, processes = Object.keys(PROCESSES) as ProcessName[] }: Options
  ) {
    this.url = `http://localhost:${port}`
    this.#names = processes
    this.#env = {
      ...process.env,
      NODE_ENV: 'production',
      SESSION_DRIVER: 'database',
      LOG_LEVEL: 'info',
      PORT: String(port),
      APP_URL: this.url,
      QUEUE_DRIVER: driver,
      QUEUE_PREFIX: `${process.env.QUEUE_PREFIX}_${port}`,
      DATA_DIR: join(process.env.DATA_DIR!, `product-${port}`),
      ...env,
    }
    mkdirSync(this.#env.DATA_DIR!, { recursive: true })
  }

  get env() {
    return this.#env
  }

  /** Starts one of the processes, also again after a kill. */
  run(name: ProcessName, env: NodeJS.ProcessEnv = {}) {
    const build = process.env.PRODUCT_BUILD!
    const words = [join(build, PROCESSES[name]), ...(name === 'web' ? [] : [name])]
    const child = spawn(process.execPath, words, {
      cwd: build,
      env: { ...this.#env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const log = createWriteStream(this.#logOf(name), { flags: 'a' })
    child.stdout.pipe(log, { end: false })
    child.stderr.pipe(log, { end: false })
    child.once('exit', () => log.end())
    this.#children.set(name, child)
    return child
  }

  async ready() {
    await until(() => this.#isReady(), { within: 60_000, what: `the product at ${this.url} is ready` }).catch(
      (error) => {
        throw new Error(`${error.message}\n${this.log('web').slice(-2000)}`)
      }
    )
  }

  /** Of the scripts that its pages are made for. */
  async version() {
    const page = await fetch(`${this.url}/login`).then((answer) => answer.text())
    return /"version":"([^"]+)"/.exec(page.replaceAll('&quot;', '"'))![1]
  }

  /** Ends a process as a power cut would. */
  async kill(name: ProcessName) {
    await this.#end(name, 'SIGKILL')
  }

  /** Resolves when a process has ended by itself. */
  async ended(name: ProcessName) {
    const child = this.#children.get(name)!
    if (isRunning(child)) await once(child, 'exit')
  }

  async stop() {
    await Promise.all([...this.#children.keys()].map((name) => this.#end(name, 'SIGTERM')))
  }

  log(name: ProcessName) {
    return readFileSync(this.#logOf(name), 'utf8')
  }

  async #end(name: ProcessName, signal: NodeJS.Signals) {
    const child = this.#children.get(name)
    if (child) await endProcess(child, signal)
  }

  async #isReady() {
    if (!isRunning(this.#children.get('web')!)) throw new Error('the web process has ended')
    const answer = await fetch(`${this.url}/health/ready`).catch(() => undefined)
    return answer?.status === 200
  }

  #logOf(name: ProcessName) {
    return join(this.#env.DATA_DIR!, `${name}.log`)
  }
}
