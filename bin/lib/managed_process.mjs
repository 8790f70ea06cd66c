import { spawn } from 'node:child_process'
import { leash } from './leash.mjs'
import { NODE_FLAGS } from './node_flags.mjs'
import { ProcessLog } from './process_log.mjs'
import { signalGroup, stopProcess } from './processes.mjs'

const FIRST_PAUSE = 500
const LONGEST_PAUSE = 30_000
const STEADY_AFTER = 60_000
const PATIENCE = 15_000
const KILL = ['SIGKILL', 3_000]

/** One process of the product. It is started again when it ends by itself, after a pause that doubles each time. */
export class ManagedProcess {
  #child
  #leash
  #pause = FIRST_PAUSE
  #timer
  #isStopping = false
  #isRestarting = false

  constructor({ name, words, cwd, env, runFiles, logs, showsAll, patience = PATIENCE }) {
    Object.assign(this, { name, words, cwd, env, runFiles, patience })
    this.log = new ProcessLog(logs, name, { showsAll })
    this.falls = 0
    this.isReady = false
  }

  start() {
    const startedAt = Date.now()
    const child = spawn(process.execPath, [...NODE_FLAGS, ...this.words], {
      cwd: this.cwd,
      env: this.env,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      detached: true,
    })
    this.#child = child
    this.#leash = leash(child.pid)
    this.runFiles.write(this.name, child.pid)
    this.log.follow(child)
    child.on('message', ({ ready }) => (this.isReady ||= Boolean(ready)))
    child.once('close', (code, signal) => this.#ended(signal ?? `code ${code}`, Date.now() - startedAt))
  }

  restart() {
    this.#isRestarting = this.#isRunning
    if (this.#isRunning) void this.#end([['SIGTERM', this.patience], KILL])
  }

  async stop({ isHurried = false } = {}) {
    this.#isStopping = true
    clearTimeout(this.#timer)
    if (this.#isRunning) await this.#end(isHurried ? [KILL] : [['SIGTERM', this.patience], KILL])
  }

  // Node may stay for ever although it has finished (https://github.com/nodejs/node/issues/54918).
  async #end(steps) {
    const { pid } = this.#child
    await stopProcess(pid, steps)
    signalGroup(pid, 'SIGKILL')
  }

  get #isRunning() {
    return this.#child?.exitCode === null && this.#child.signalCode === null
  }

  #ended(reason, lifetime) {
    this.#leash.release()
    this.runFiles.remove(this.name)
    this.isReady = false
    if (this.#isRestarting && !this.#isStopping) {
      this.#isRestarting = false
      this.start()
    } else if (!this.#isStopping) {
      const pause = lifetime > STEADY_AFTER ? FIRST_PAUSE : this.#pause
      this.falls += 1
      this.log.error(`ended (${reason}), starts again in ${pause / 1000} s`)
      this.#pause = Math.min(pause * 2, LONGEST_PAUSE)
      this.#timer = setTimeout(() => this.start(), pause)
    }
  }
}
