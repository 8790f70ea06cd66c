import type { SendMailOptions } from 'nodemailer'
import type MimeNode from 'nodemailer/lib/mime-node'
import type { SmtpError, SmtpLine, SmtpOptions } from '#app/platform/sending/smtp_line'
import { SmtpLines } from '#app/platform/sending/smtp_lines'

type Mail = { message: MimeNode; data: SendMailOptions }
type Done = (error: Error | null, info?: object) => void

/**
 * The way to the mail server, over lines that are kept for the mails that follow: opening one costs more than a mail does.
 * One that was kept may have died unseen. Then the mail goes out over a new one, as long as nothing of its body was sent.
 */
export class SmtpTransport {
  readonly name = 'SMTP'
  readonly version = '1'
  #lines: SmtpLines

  constructor(options: SmtpOptions) {
    this.#lines = new SmtpLines(options)
  }

  /** As nodemailer wants it of a transport. */
  send({ message }: Mail, done: Done) {
    this.#send(message).then((info) => done(null, info), done)
  }

  close() {
    this.#lines.close()
  }

  async #send(message: MimeNode) {
    let line = await this.#lines.take()
    const { isKept } = line
    const over = () => sendOver(line, message)
    const overAnother = async (error: SmtpError) => {
      if (!isKept || !hasDiedUnseen(error)) throw error
      line = await this.#lines.insteadOf(line)
      return over()
    }
    return over()
      .catch(overAnother)
      .finally(() => this.#lines.give(line))
  }
}

async function sendOver(line: SmtpLine, message: MimeNode) {
  const envelope = message.getEnvelope()
  const info = await line.send(envelope, message.createReadStream())
  return { ...info, envelope, messageId: message.messageId() }
}

function hasDiedUnseen({ code = '', responseCode, hasBegunBody }: SmtpError) {
  return (
    !hasBegunBody && (responseCode === 421 || (!responseCode && ['ECONNECTION', 'ESOCKET'].includes(code)))
  )
}
