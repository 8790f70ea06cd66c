import type { SendMailOptions } from 'nodemailer'
import type MimeNode from 'nodemailer/lib/mime-node'
import { SmtpLine, type SmtpError, type SmtpOptions } from '#app/platform/sending/smtp_line'

type Mail = { message: MimeNode; data: SendMailOptions }
type Done = (error: Error | null, info?: object) => void

/** Servers refuse who comes over more at once. */
const MOST_LINES = 16

/**
 * The way to the mail server, over lines that are kept for the mails that follow: opening one costs more than a mail does.
 * One that was kept may have died unseen. Then the mail goes out over a new one, as long as nothing of its body was sent.
 * Mails for which there is no line wait for one.
 */
export class SmtpTransport {
  readonly name = 'SMTP'
  readonly version = '1'
  #kept: SmtpLine[] = []
  #free = MOST_LINES
  #waiting: (() => void)[] = []

  constructor(private options: SmtpOptions) {}

  /** As nodemailer wants it of a transport. */
  send({ message }: Mail, done: Done) {
    this.#inTurn(() => this.#send(message)).then((info) => done(null, info), done)
  }

  close() {
    for (const line of this.#kept.splice(0)) line.close()
  }

  async #inTurn<Result>(work: () => Promise<Result>) {
    if (this.#free > 0) this.#free--
    else await new Promise<void>((resolve) => this.#waiting.push(resolve))
    try {
      return await work()
    } finally {
      const next = this.#waiting.shift()
      if (next) next()
      else this.#free++
    }
  }

  async #send(message: MimeNode) {
    const kept = this.#takeKept()
    try {
      return await this.#over(kept ?? (await SmtpLine.open(this.options)), message)
    } catch (error) {
      if (!kept || !hasDiedUnseen(error as SmtpError)) throw error
      return this.#over(await SmtpLine.open(this.options), message)
    }
  }

  async #over(line: SmtpLine, message: MimeNode) {
    const envelope = message.getEnvelope()
    const info = await line.send(envelope, message.createReadStream())
    this.#keep(line)
    return { ...info, envelope, messageId: message.messageId() }
  }

  #takeKept() {
    const usable = this.#kept.filter((line) => line.isUsable)
    const line = usable.pop()
    this.#kept = usable
    return line
  }

  #keep(line: SmtpLine) {
    if (!line.isUsable) return line.close()
    line.rest()
    this.#kept.push(line)
  }
}

function hasDiedUnseen({ code = '', responseCode, hasBegunBody }: SmtpError) {
  return (
    !hasBegunBody && (responseCode === 421 || (!responseCode && ['ECONNECTION', 'ESOCKET'].includes(code)))
  )
}
