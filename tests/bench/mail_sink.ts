import { once } from 'node:events'
import { SMTPServer } from 'smtp-server'

/** A mail server that takes everything and keeps nothing; who listens hears of each recipient when the whole mail is there. */
export async function openMailSink(onMail: (recipient: string, head: string) => void) {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    closeTimeout: 1,
    onData(stream, session, done) {
      let head = ''
      stream.on('data', (chunk) => {
        if (head.length < 2000) head += chunk
      })
      stream.on('end', () => {
        for (const { address } of session.envelope.rcptTo) onMail(address, head)
        done()
      })
    },
  })
  server.on('error', () => {})
  server.listen(Number(new URL(process.env.SMTP_URL!).port), '127.0.0.1')
  await once(server.server, 'listening')
  return { close: () => new Promise<void>((resolve) => server.close(() => resolve())) }
}
