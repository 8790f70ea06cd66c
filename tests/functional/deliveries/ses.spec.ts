import { test } from '@japa/runner'
import { post } from '#app/platform/sending/posting'
import { newId } from '#app/platform/ids'
import { SesServer } from '#tests/ses_server'

let server: SesServer

const send = () =>
  post(
    {
      id: newId(),
      from: 'Brightwater & Söhne',
      to: { address: 'dana@example.com', name: 'Dana Whitfield' },
      subject: 'Ihr Termin',
      html: '<p>Grüße</p>',
      text: 'Grüße',
    },
    'ses'
  )

test.group('Amazon SES as the sender', (group) => {
  group.each.setup(async () => {
    server = await new SesServer().open()
    return () => server.close()
  })

  test('takes a signed mail, and its id is that of later reports', async ({ assert }) => {
    const outcome = await send()
    assert.deepEqual(server.refused, [])
    assert.deepInclude(outcome, { state: 'sent', providerId: '0102018f-00000001-000000' })
    const [{ from, to, raw }] = server.taken
    assert.include(from, 'no-reply@')
    assert.match(to.join(), /dana@example\.com/)
    assert.match(raw, /^Subject: Ihr Termin\r?$/m)
    assert.match(raw, /multipart\/alternative/)
  })

  test('refuses one message for good, and nothing else is to blame', async ({ assert }) => {
    server.onSend = { status: 400, type: 'MessageRejected', message: 'Email address is not verified.' }
    const outcome = await send()
    assert.deepEqual(outcome, {
      state: 'failed',
      code: 'MessageRejected',
      error: 'Email address is not verified.',
    })
  })

  test('that is too busy, paused or down gets the message later, once', async ({ assert }) => {
    for (const [status, type] of [
      [429, 'TooManyRequestsException'],
      [400, 'SendingPausedException'],
      [500, 'InternalFailure'],
      [403, 'InvalidSignatureException'],
    ] as const) {
      server.onSend = { status, type, message: 'Not now' }
      assert.containSubset(await send(), { state: 'later', isProviderDown: true, code: type })
    }
    assert.isEmpty(server.taken)
  })

  test('that hangs up after the mail was handed over may have sent it: nobody knows', async ({ assert }) => {
    server.onSend = 'hang up'
    assert.containSubset(await send(), { state: 'unknown' })
    await server.close()
    assert.containSubset(await send(), { state: 'later', isProviderDown: true })
    await server.open()
  })

  test('would not take what was signed with another key', async ({ assert }) => {
    const key = process.env.SES_SECRET
    process.env.SES_SECRET = 'another secret'
    const outcome = await send()
    process.env.SES_SECRET = key
    assert.equal(outcome.state, 'later')
    assert.deepEqual(server.refused, ['the signature does not match'])
  })
})
