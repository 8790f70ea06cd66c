import type { SendMailOptions } from 'nodemailer'
import type MimeNode from 'nodemailer/lib/mime-node'
import { SmtpLine, type SmtpError, type SmtpOptions } from '#app/platform/sending/smtp_line'

type Mail = { message: MimeNode; data: SendMailOptions }
type Done = (error: Error | null, info?: object) => void

/**
 * The way to the mail server, over lines that are kept for the mails that follow: opening one costs more than a mail does.
 * One that was kept may have died unseen. Then the mail goes out over a new one, as long as nothing of its body was sent.
 */
export class SmtpTransport {
  readonly name = 'SMTP'
  readonly version = '1'
  #kept: SmtpLine[] = []

  constructor(private options: SmtpOptions) {}

  /** As nodemailer wants it of a transport. */
  send({ message }: Mail, done: Done) {
    this.#send(message).then((info) => done(null, info), done)
  }

  close() {
    for (const line of this.#kept.splice(0)) line.close()
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
