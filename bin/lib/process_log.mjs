import { appendFileSync, existsSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { stripVTControlCharacters } from 'node:util'
import { say } from './narrate.mjs'
import { failureIn } from './reason.mjs'

const LIMIT = 20 * 1024 * 1024
const CLEAR_SCREEN = '\u001Bc'
const INFO = 30
const WARNING = 40
const ERROR = 50
const SAME_LINE_AFTER = 10_000

/** Keeps what a process says as JSON lines in a file, and shows its errors on the console, one line each. */
export class ProcessLog {
  constructor(folder, name, { showsAll = false } = {}) {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    this.name = name
    this.path = join(folder, `${name}.log`)
    this.showsAll = showsAll
    this.#rotate()
  }

  follow(child) {
    createInterface({ input: child.stdout }).on('line', (line) => this.#keep(line))
    child.stderr.setEncoding('utf8').on('data', (text) => this.#keepComplaint(text.trimEnd()))
  }

  /** What the supervisor itself has to say about the process. */
  error(message) {
    this.#write(this.#record(ERROR, message))
    say(`${this.name}: ${message}`)
  }

  #keep(line) {
    const record = parse(line)
    if (record) {
      this.#write(line)
      if (record.level >= ERROR) this.#show(record.err?.message ?? record.msg)
    } else if (line.trim()) {
      this.#write(this.#record(INFO, line))
    }
    if (this.showsAll && !record) say(`${this.name} | ${line.replaceAll(CLEAR_SCREEN, '')}`)
  }

  #keepComplaint(text) {
    if (text) {
      const failure = failureIn(text)
      this.#write(this.#record(failure ? ERROR : WARNING, text))
      if (this.showsAll) {
        say(`${this.name} | ${text}`)
      } else if (failure) {
        this.#show(failure)
      }
    }
  }

  #show(message) {
    const line = String(message).split('\n')[0].trim()
    const isNews = line !== this.lastFailure || Date.now() > this.lastShownAt + SAME_LINE_AFTER
    this.lastFailure = line
    if (isNews) {
      this.lastShownAt = Date.now()
      say(`${this.name}: ${line}`)
    }
  }

  #record(level, text) {
    return JSON.stringify({ level, time: Date.now(), name: this.name, msg: stripVTControlCharacters(text) })
  }

  #write(line) {
    appendFileSync(this.path, `${line}\n`, { mode: 0o600 })
    this.written += line.length + 1
    if (this.written > LIMIT) this.#rotate()
  }

  #rotate() {
    const size = existsSync(this.path) ? statSync(this.path).size : 0
    if (size > LIMIT) renameSync(this.path, `${this.path}.1`)
    this.written = size > LIMIT ? 0 : size
  }
}

function parse(line) {
  try {
    return line.startsWith('{') ? JSON.parse(line) : undefined
  } catch {
    return undefined
  }
}
