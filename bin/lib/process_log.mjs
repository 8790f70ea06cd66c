import { appendFileSync, existsSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { say } from './narrate.mjs'

const LIMIT = 20 * 1024 * 1024
const ERROR = 50

/** Keeps what a process says as JSON lines in a file, and shows its errors on the console, one line each. */
export class ProcessLog {
  constructor(folder, name, { showsAll = false } = {}) {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    this.name = name
    this.path = join(folder, `${name}.log`)
    this.showsAll = showsAll
    this.lastError = undefined
    this.#rotate()
  }

  follow(child) {
    createInterface({ input: child.stdout }).on('line', (line) => this.#keep(line))
    child.stderr.setEncoding('utf8').on('data', (text) => this.#keepText(text.trimEnd()))
  }

  error(message) {
    this.#keep(JSON.stringify({ level: ERROR, time: Date.now(), name: this.name, msg: message }))
  }

  #keep(line) {
    const record = parse(line)
    if (record) {
      this.#write(line)
      if (record.level >= ERROR) this.#show(record.err?.message ?? record.msg)
    } else if (line.trim()) {
      this.#write(JSON.stringify({ level: 30, time: Date.now(), name: this.name, msg: line }))
    }
    if (this.showsAll && !record) say(`${this.name} | ${line}`)
  }

  #keepText(text) {
    if (text) {
      const isError = /error|exception|fatal/i.test(text) && !/warning/i.test(text)
      this.#write(
        JSON.stringify({ level: isError ? ERROR : 40, time: Date.now(), name: this.name, msg: text })
      )
      if (this.showsAll) {
        say(`${this.name} | ${text}`)
      } else if (isError) {
        this.#show(text.split('\n').find((line) => /error|exception|fatal/i.test(line)))
      }
    }
  }

  #show(message) {
    this.lastError = String(message).split('\n')[0].trim()
    say(`${this.name}: ${this.lastError}`)
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
