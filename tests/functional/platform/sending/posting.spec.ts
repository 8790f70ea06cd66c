import { test } from '@japa/runner'
import mail from '@adonisjs/mail/services/main'
import { newId } from '#app/platform/ids'
import { post } from '#app/platform/sending/posting'
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
    assert.containSubset(await hand(), { state: 'later', isProviderDown: true })
    assert.isEmpty(server.received)
  })

  test('kept lines that all die are tried once each, and then a new one', async ({ assert }) => {
    await Promise.all([hand(), hand(), hand()])
    server.cutsAhead = 10
    assert.containSubset(await hand(), { state: 'later', isProviderDown: true })
    assert.deepEqual([server.received.length, server.lines, server.cutsAhead], [3, 4, 6])
  })

  test('a kept line that dies after the body leaves the mail undecided, and sends it once', async ({
    assert,
  }) => {
    await hand()
    server.onBody = 'cut'
    assert.containSubset(await hand(), { state: 'unknown' })
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
    assert.containSubset(await hand(), { state: 'failed', isAddressGone: true })
    server.onRecipient = undefined
    assert.equal((await hand()).state, 'sent')
    assert.deepEqual([server.received.length, server.lines], [2, 2])
  })
})
