import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beginningOf, isAlive, stopProcess } from './processes.mjs'

const STOP = [
  ['SIGTERM', 12_000],
  ['SIGKILL', 3_000],
]

/** One file per process of a running installation: its id and when it began, to know it again. */
export class RunFiles {
  constructor(folder) {
    this.folder = folder
    mkdirSync(folder, { recursive: true })
  }

  write(name, pid) {
    writeFileSync(this.#path(name), JSON.stringify({ pid, began: beginningOf(pid) }))
  }

  /** Writes this process down as the only one of that name; the id of a living holder when there is one. */
  claim(name) {
    const holder = this.runningPid(name)
    if (holder === undefined) this.write(name, process.pid)
    return holder
  }

  remove(name) {
    rmSync(this.#path(name), { force: true })
  }

  /** The id of the process, when it still is the one that was written down. */
  runningPid(name) {
    const { pid, began } = parse(this.#path(name))
    const isTheSame = pid > 0 && pid !== process.pid && isAlive(pid) && beginningOf(pid) === began
    return isTheSame ? pid : undefined
  }

  /** Ends what a killed start has left behind. */
  async sweep() {
    const files = readdirSync(this.folder).filter((file) => file.endsWith('.json'))
    const names = files
      .map((file) => file.replace(/\.json$/, ''))
      .filter((name) => this.#pidOf(name) !== process.pid)
    await Promise.all(
      names.map(async (name) => {
        const pid = this.runningPid(name)
        if (pid) await stopProcess(pid, STOP)
        this.remove(name)
      })
    )
  }

  #pidOf(name) {
    return parse(this.#path(name)).pid
  }

  #path(name) {
    return join(this.folder, `${name}.json`)
  }
}

function parse(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return {}
  }
}
