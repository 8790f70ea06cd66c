import { SMTPServer, type SMTPServerSession } from 'smtp-server'

export type ReceivedMail = { to: string[]; raw: string; text: string; line: string }

type Answer = { code: number; message: string } | 'cut' | undefined

/** A real SMTP server on the port of SMTP_URL. A test tells it how to answer; it keeps what it accepted. */
export class MailServer {
  readonly received: ReceivedMail[] = []
  /** As many MAIL FROM as this are cut without a word. */
  cutsAhead = 0
  /** Lines that were opened to it. */
  lines = 0
  /** The answer to RCPT. */
  onRecipient: Answer
  /** The answer when the whole body has arrived: 'cut' takes the mail and hangs up without a word. */
  onBody: Answer

  #server = new SMTPServer({
    authOptional: true,
    allowInsecureAuth: true,
    onAuth: (_, session, done) => done(null, { user: session.id }),
    disabledCommands: ['STARTTLS'],
    closeTimeout: 1,
    onMailFrom: (_, session, done) =>
      this.#answer(this.cutsAhead > 0 && this.cutsAhead-- ? 'cut' : undefined, session, done),
    onRcptTo: (_, session, done) => this.#answer(this.onRecipient, session, done),
    onData: (stream, session, done) => {
      let raw = ''
      stream.on('data', (chunk) => (raw += chunk))
      stream.on('end', () => {
        if (this.onBody === 'cut' || !this.onBody) this.#keep(raw, session)
        this.#answer(this.onBody, session, done)
      })
    },
  })
  #sockets = new Map<string, () => void>()

  async open() {
    this.#server.on('error', () => {})
    this.#server.server.on('connection', (socket) => {
      this.lines++
      this.#sockets.set(`${socket.remotePort}`, () => socket.destroy())
    })
    await new Promise<void>((resolve) =>
      this.#server.listen(Number(new URL(process.env.SMTP_URL!).port), '127.0.0.1', resolve)
    )
    return this
  }

  /** Ends all lines, and takes new ones. */
  hangUp() {
    for (const end of this.#sockets.values()) end()
  }

  close() {
    return new Promise<void>((resolve) => this.#server.close(resolve))
  }

  #keep(raw: string, session: SMTPServerSession) {
    const to = session.envelope.rcptTo.map(({ address }) => address)
    this.received.push({ to, raw, text: decoded(raw), line: session.id })
  }

  #answer(answer: Answer, session: SMTPServerSession, done: (error?: Error | null) => void) {
    if (answer === 'cut') this.#sockets.get(`${session.remotePort}`)!()
    else if (answer) done(Object.assign(new Error(answer.message), { responseCode: answer.code }))
    else done()
  }
}

const decoded = (raw: string) =>
  Buffer.from(
    raw
      .replace(/=\r\n/g, '')
      .replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1'
  ).toString('utf8')
