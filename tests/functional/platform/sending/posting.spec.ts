import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { test } from '@japa/runner'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import mail from '@adonisjs/mail/services/main'
import { newId } from '#app/platform/ids'
import { post } from '#app/platform/sending/posting'
import { SmtpLine } from '#app/platform/sending/smtp_line'
import { MailServer } from '#tests/mail_server'

const hand = (to = 'dana@example.com') =>
  post({
    id: newId(),
    from: 'Blue Pipe',
    to: { address: to },
    subject: 'Hello',
    html: '<p>Hello</p>',
    text: 'Hello',
  })

test.group('Posting over kept lines', (group) => {
  let server: MailServer

  group.each.setup(async () => {
    server = await new MailServer().open()
    return async () => {
      await mail.close('smtp')
      await server.close()
    }
  })

  test('mails that follow each other share one line', async ({ assert }) => {
    for (let one = 0; one < 3; one++) assert.equal((await hand()).state, 'sent')
    assert.deepEqual([server.received.length, server.lines], [3, 1])
  })

  test('a kept line that died unseen costs nothing: the mail goes out on the next', async ({ assert }) => {
    await hand()
    server.cutsAhead = 1
    assert.equal((await hand()).state, 'sent')
    assert.deepEqual([server.received.length, server.lines], [2, 2])
  })

  test('a new line that dies before the body is for later, and blames the server', async ({ assert }) => {
    server.cutsAhead = 1
    assert.containsSubset(await hand(), { state: 'later', isProviderDown: true })
    assert.isEmpty(server.received)
  })

  test('of lines that all die one is tried, and then a new one', async ({ assert }) => {
    await Promise.all([hand(), hand(), hand()])
    server.cutsAhead = 10
    assert.containsSubset(await hand(), { state: 'later', isProviderDown: true })
    assert.deepEqual([server.received.length, server.lines, server.cutsAhead], [3, 4, 8])
  })

  test('more mails than a server takes lines wait for one, and those that fail make room', async ({
    assert,
  }) => {
    const handMany = () => Promise.all(Array.from({ length: 40 }, () => hand()))
    assert.isTrue((await handMany()).every(({ state }) => state === 'sent'))
    assert.equal(server.lines, 16)
    server.cutsAhead = 100
    assert.isTrue((await handMany()).every(({ state }) => state === 'later'))
    server.cutsAhead = 0
    assert.isTrue((await handMany()).every(({ state }) => state === 'sent'))
    assert.lengthOf(server.received, 80)
  })

  test('a mail takes the line that is free first, though another is being opened for it', async ({
    assert,
  }) => {
    await hand()
    await Promise.all([hand(), hand(), hand()])
    assert.lengthOf(server.received, 4)
    assert.equal(new Set(server.received.map(({ line }) => line)).size, 1)
  })

  test('a line that the server ends at any moment leaves no mail without an answer', async ({ assert }) => {
    for (let one = 1; one <= 9; one++) {
      await Promise.all([hand(), hand()])
      server.hangUp()
      if (one % 3 === 0) await new Promise(setImmediate)
      assert.equal((await hand()).state, 'sent')
    }
    assert.lengthOf(server.received, 27)
  })

  test('a kept line that dies after the body leaves the mail undecided, and sends it once', async ({
    assert,
  }) => {
    await hand()
    server.onBody = 'cut'
    assert.containsSubset(await hand(), { state: 'unknown' })
    assert.deepEqual([server.received.length, server.lines], [2, 1])
  })

  test('of two mails at once only the one whose body was on its way is undecided', async ({ assert }) => {
    server.onBody = 'cut'
    server.cutsAhead = 1
    const outcomes = await Promise.all([hand('third@example.com'), hand('fourth@example.com')])
    assert.deepEqual(outcomes.map(({ state }) => state).sort(), ['later', 'unknown'])
  })

  test('a refused recipient costs the line and nothing else', async ({ assert }) => {
    await hand()
    server.onRecipient = { code: 550, message: '5.1.1 No such mailbox' }
    assert.containsSubset(await hand(), { state: 'failed', isAddressGone: true })
    server.onRecipient = undefined
    assert.equal((await hand()).state, 'sent')
    assert.deepEqual([server.received.length, server.lines], [2, 2])
  })
})

test.group('A line to the mail server', () => {
  const MAIL = { from: 'no-reply@example.com', to: 'dana@example.com' }

  async function listening(options: SMTPServerOptions) {
    const said: string[] = []
    const server = new SMTPServer({
      ...options,
      closeTimeout: 1,
      onAuth: ({ username, password }, _, done) => {
        said.push(`${username} ${password}`)
        done(null, { user: username })
      },
      onData: (stream, session, done) => {
        stream.resume()
        stream.on('end', () => done(null, `Taken, ${session.secure ? 'secret' : 'open'}`))
      },
    })
    server.on('error', () => {})
    server.listen(0, '127.0.0.1')
    await once(server.server, 'listening')
    const { port } = server.server.address() as AddressInfo
    return { port, said, close: () => new Promise<void>((resolve) => server.close(() => resolve())) }
  }

  for (const [how, options] of Object.entries({
    'TLS from the start': { secure: true },
    'TLS once it is greeted': {},
  })) {
    test(`logs in and sends over ${how}`, async ({ assert, cleanup }) => {
      const server = await listening(options)
      cleanup(server.close)
      const line = await SmtpLine.open({
        ...{ host: '127.0.0.1', port: server.port, tls: { rejectUnauthorized: false }, ...options },
        auth: { user: 'ann', pass: 'open sesame' },
      })
      const sent = [
        await line.send(MAIL, Readable.from(['Hello'])),
        await line.send(MAIL, Readable.from(['You'])),
      ]
      line.close()
      assert.deepEqual(
        sent.map(({ response }) => response),
        ['250 Taken, secret', '250 Taken, secret']
      )
      assert.deepEqual(server.said, ['ann open sesame'])
      assert.isFalse(line.isUsable)
    })
  }
})
