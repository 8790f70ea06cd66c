import { once } from 'node:events'
import type { Socket } from 'node:net'
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server'
import type { Ledger } from '#tests/faults/campaign/ledger'

export const MOODS = [
  'well',
  'greylisting',
  'refusing',
  'full',
  'rejecting',
  'silent',
  'resetting',
  'hanging up',
] as const
export type Mood = (typeof MOODS)[number]

type Done = (error?: Error | null) => void

const answer = (responseCode: number, message: string) => Object.assign(new Error(message), { responseCode })

/** A real SMTP server in changing moods. It tells the ledger of a mail before it tells the client. */
export class MoodyMailServer {
  mood: Mood = 'well'
  taken = 0
  #sockets = new Map<string, Socket>()
  #server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    onRcptTo: (_address, session, done) => this.#onRecipient(session, done),
    onData: (stream, session, done) => this.#onBody(stream, session, done).catch(done),
  })

  constructor(private ledger: Ledger) {
    this.#server.on('error', () => {})
    this.#server.server.on('connection', (socket: Socket) => {
      this.#sockets.set(`${socket.remotePort}`, socket)
      socket.on('close', () => this.#sockets.delete(`${socket.remotePort}`))
    })
  }

  async open() {
    this.#server.listen(0, '127.0.0.1')
    await once(this.#server.server, 'listening')
    const address = this.#server.server.address()
    return `smtp://127.0.0.1:${typeof address === 'object' ? address!.port : 0}`
  }

  close() {
    for (const socket of this.#sockets.values()) socket.destroy()
    return new Promise<void>((resolve) => this.#server.close(() => resolve()))
  }

  #onRecipient(session: SMTPServerSession, done: Done) {
    if (this.mood === 'greylisting') done(answer(451, 'Try again later'))
    else if (this.mood === 'refusing') done(answer(550, 'No such mailbox'))
    else if (this.mood === 'resetting') this.#reset(session)
    else done()
  }

  async #onBody(stream: SMTPServerDataStream, session: SMTPServerSession, done: Done) {
    const { mood } = this
    let head = ''
    for await (const chunk of stream) if (head.length < 4000) head += chunk
    const id = /^message-id: <([^@>]+)@/im.exec(head)?.[1] ?? 'without an id'
    if (mood === 'full') {
      done(answer(452, 'Out of space'))
    } else if (mood === 'rejecting') {
      done(answer(554, 'Not wanted'))
    } else if (mood === 'silent') {
      await this.#take(id, false)
    } else if (mood === 'hanging up') {
      await this.#take(id, false)
      this.#reset(session)
    } else {
      await this.#take(id, true)
      done()
    }
  }

  async #take(id: string, told: boolean) {
    this.taken++
    await this.ledger.write({ is: 'mail taken', id, told })
  }

  #reset({ remotePort }: SMTPServerSession) {
    this.#sockets.get(`${remotePort}`)?.resetAndDestroy()
  }
}
