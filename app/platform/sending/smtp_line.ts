import type { Socket } from 'node:net'
import type { Readable } from 'node:stream'
import SMTPConnection, {
  type SMTPConnectionOptions,
  type SMTPConnectionSendInfo,
} from 'nodemailer/lib/smtp-connection'
import { openSmtpSocket } from '#app/platform/sending/smtp_socket'

export type SmtpOptions = Omit<SMTPConnectionOptions, 'host' | 'port'> & {
  host: string
  port: number
  auth?: { user: string; pass: string }
}
export type SmtpError = Error & {
  code?: string
  responseCode?: number
  response?: string
  command?: string
  /** Of the mail that was being sent: then nobody knows whether it was taken. */
  hasBegunBody?: boolean
}
type Envelope = Parameters<SMTPConnection['send']>[0]

const MOST_MAILS = 100
/** No server ends a line that soon. */
const REST = 10_000

/** A line to the mail server: for one mail at a time, and kept for those that follow. */
export class SmtpLine {
  #connection: SMTPConnection
  #mails = 0
  #rest?: NodeJS.Timeout

  private constructor(
    private socket: Socket,
    options: SmtpOptions
  ) {
    this.#connection = new SMTPConnection({ ...options, connection: socket })
    this.#connection.on('error', () => {})
  }

  static async open(options: SmtpOptions) {
    const line = new SmtpLine(await openSmtpSocket(options), options)
    try {
      await line.#answered((done) => line.#connection.connect(done))
      if (options.auth && line.#connection.allowsAuth)
        await line.#answered((done) => line.#connection.login(options.auth!, done))
      return line
    } catch (error) {
      line.close()
      throw error
    }
  }

  get isUsable() {
    return !this.#connection.destroyed && this.#mails < MOST_MAILS
  }

  /** It has carried a mail or rested since it was opened: it may have died unseen. */
  get isKept() {
    return this.#mails > 0 || this.#rest !== undefined
  }

  /** Whatever goes wrong ends the line, and the error says whether the body was already on its way. */
  async send(envelope: Envelope, body: Readable) {
    this.#wake()
    try {
      const info = await this.#answered<SMTPConnectionSendInfo>((done) =>
        this.#connection.send(envelope, body, done)
      )
      this.#mails++
      return info
    } catch (error) {
      this.close()
      throw Object.assign(error as SmtpError, { hasBegunBody: body.readableDidRead })
    }
  }

  /** Nothing follows just now: it ends by itself after a while, and keeps no process alive until then. */
  rest() {
    this.socket.unref()
    this.#rest = setTimeout(() => this.close(), REST).unref()
  }

  close() {
    clearTimeout(this.#rest)
    this.#connection.close()
  }

  #wake() {
    clearTimeout(this.#rest)
    this.socket.ref()
  }

  // The client forgets who waits when it finds the line closed: then its end is the only answer, which any other precedes.
  async #answered<Answer>(ask: (done: (error?: Error | null, answer?: Answer) => void) => void) {
    const connection = this.#connection
    const cut = Object.assign(new Error('Connection closed unexpectedly'), { code: 'ECONNECTION' })
    const { promise, resolve, reject } = Promise.withResolvers<Answer>()
    const end = () => setImmediate(reject, cut)
    connection.once('error', reject).once('end', end)
    try {
      ask((error, answer) => (error ? reject(error) : resolve(answer as Answer)))
      return await promise
    } finally {
      connection.off('error', reject).off('end', end)
    }
  }
}
