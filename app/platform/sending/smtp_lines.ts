import { SmtpLine, type SmtpOptions } from '#app/platform/sending/smtp_line'

/** Servers refuse who comes over more at once. */
const MOST = 16

type Waiting = { resolve: (line: SmtpLine) => void; reject: (error: unknown) => void }

/**
 * The lines to one mail server. Who finds none free has another opened, up to a most, and takes whichever is there first:
 * opening one often takes longer than others need for their mails.
 */
export class SmtpLines {
  #free: SmtpLine[] = []
  #waiting: Waiting[] = []
  /** Those that carry a mail or are being opened. */
  #busy = 0
  #opening = 0

  constructor(private options: SmtpOptions) {}

  take(): Promise<SmtpLine> {
    const free = this.#takeFree()
    if (free) this.#busy++
    return free ? Promise.resolve(free) : this.#next()
  }

  /** One that is opened for this: those that are free may all have died. */
  insteadOf(line: SmtpLine): Promise<SmtpLine> {
    line.close()
    return SmtpLine.open(this.options)
  }

  /** What is left of it serves the next. */
  give(line: SmtpLine) {
    const next = line.isUsable ? this.#waiting.shift() : undefined
    if (next) return next.resolve(line)
    this.#busy--
    if (line.isUsable) this.#rest(line)
    else line.close()
    this.#openForWaiting()
  }

  close() {
    for (const line of this.#free.splice(0)) line.close()
  }

  #next() {
    const { promise, resolve, reject } = Promise.withResolvers<SmtpLine>()
    this.#waiting.push({ resolve, reject })
    this.#openForWaiting()
    return promise
  }

  #openForWaiting() {
    while (this.#opening < this.#waiting.length && this.#busy < MOST)
      void this.#openFor(this.#waiting[this.#opening])
  }

  // If it fails, who has a line by now, or came later and had hoped for this one, is not to blame.
  async #openFor(one: Waiting) {
    this.#busy++
    this.#opening++
    const line = await SmtpLine.open(this.options).catch((error) => this.#refuse(one, error))
    this.#opening--
    if (line) return this.give(line)
    this.#busy--
    this.#openForWaiting()
  }

  #refuse(one: Waiting, error: unknown) {
    if (!this.#waiting.includes(one)) return
    this.#waiting.splice(this.#waiting.indexOf(one), 1)
    one.reject(error)
  }

  #rest(line: SmtpLine) {
    line.rest()
    this.#free.push(line)
  }

  #takeFree() {
    const usable = this.#free.filter((line) => line.isUsable)
    const line = usable.pop()
    this.#free = usable
    return line
  }
}
