import { join } from 'node:path'
import { runAce } from './ace.mjs'
import { requireBroker } from './broker.mjs'
import { buildApplication, sourceHash } from './build.mjs'
import { openDatabase } from './database.mjs'
import { environmentOf } from './environment.mjs'
import { whyPortFails } from './free_port.mjs'
import { ManagedProcess } from './managed_process.mjs'
import { narrate } from './narrate.mjs'
import { Problem } from './problem.mjs'
import { sayReady, waitUntilReady } from './ready.mjs'
import { openSecrets } from './secrets.mjs'
import { watchSources } from './watch_sources.mjs'

const BACKGROUND = ['relay', 'worker', 'scheduler']
// The development server goes on watching files after a SIGTERM.
const IMPATIENCE = 1_000

/** Everything that runs for one clone: its database and the four processes of the product. */
export class Installation {
  #stopping = new AbortController()
  #starting = Promise.resolve()
  #database
  #processes = []

  constructor({ root, settings, runFiles, isDevelopment, onLost }) {
    Object.assign(this, { root, settings, runFiles, isDevelopment, onLost })
  }

  start() {
    this.#starting = this.#begin()
    return this.#starting
  }

  /** The web process first, so that nothing new comes in; the database last. */
  async stop(options) {
    this.#stopping.abort()
    const [web, ...background] = this.#processes
    await web?.stop(options)
    await Promise.all(background.map((each) => each.stop(options)))
    await this.#starting.catch(() => {})
    await this.#database?.stop(options)
  }

  get signal() {
    return this.#stopping.signal
  }

  async #begin() {
    const { root, settings, signal } = this
    await requirePort(settings)
    await requireBroker(settings)
    const secrets = openSecrets(settings.DATA_DIR)
    this.#database = await this.#step('Starting the database', () =>
      openDatabase({ settings, secrets, onLost: this.onLost })
    )
    const { urls } = this.#database
    const env = environmentOf({ root, settings, secrets, urls, isDevelopment: this.isDevelopment })
    const cwd = this.isDevelopment
      ? root
      : await this.#step('Building the application', () => buildApplication({ root, env, signal }))
    await this.#fillDatabase(cwd, env)
    const [web, ...background] = this.#startProcesses(cwd, env)
    await this.#step('Starting web, relay, worker and scheduler', () =>
      waitUntilReady({ settings, web, background, signal })
    )
    sayReady({ settings })
  }

  // What the embedded database was filled by is noted beside it: nobody else changes it meanwhile.
  async #fillDatabase(cwd, env) {
    const { filled } = this.#database
    const hash = sourceHash(this.root)
    if (!filled?.matches(hash)) {
      await this.#ace('Updating the tables', ['migration:run', '--force', '--connection=owner'], { cwd, env })
      await this.#ace('Writing the demo story', ['demo:seed'], { cwd, env })
      filled?.set(hash)
    }
  }

  #step(label, work) {
    this.signal.throwIfAborted()
    return narrate(label, work)
  }

  #ace(label, words, { cwd, env }) {
    return this.#step(label, () => runAce(words, { cwd, env, signal: this.signal, purpose: label }))
  }

  #startProcesses(cwd, env) {
    const common = {
      cwd,
      env,
      runFiles: this.runFiles,
      logs: join(this.settings.DATA_DIR, 'logs'),
      showsAll: this.isDevelopment,
    }
    const web = this.isDevelopment
      ? { name: 'web', words: [join(cwd, 'ace.js'), 'serve', '--hmr'], patience: IMPATIENCE }
      : { name: 'web', words: [join(cwd, 'bin', 'server.js')] }
    const background = BACKGROUND.map((name) => ({ name, words: [join(cwd, 'ace.js'), name] }))
    this.#processes = [web, ...background].map((each) => new ManagedProcess({ ...common, ...each }))
    for (const each of this.#processes) each.start()
    if (this.isDevelopment) this.#restartOnChange()
    return this.#processes
  }

  // The web process reloads itself.
  #restartOnChange() {
    watchSources(this.root, () => this.#processes.slice(1).forEach((each) => each.restart()))
  }
}

async function requirePort({ PORT, HOST }) {
  const code = await whyPortFails(Number(PORT), HOST)
  const noPlace = `HOST: nothing can listen on ${HOST} (${code}): use an address of this machine`
  const faults = {
    EADDRINUSE: `PORT: ${PORT} is taken: stop the program that uses it or set PORT to another number`,
    EACCES: `PORT: this user may not listen on ${PORT}: set PORT to a number above 1023`,
  }
  if (code) throw new Problem('E_PORT', faults[code] ?? noPlace)
}
