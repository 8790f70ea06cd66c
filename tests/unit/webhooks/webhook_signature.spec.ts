import { test } from '@japa/runner'
import { newWebhookSecret, signedHeaders } from '#app/webhooks/webhook_signature'
import { verified } from '#tests/webhook_receiver'

const ID = '0199f1a0-0000-7000-8000-000000000000'
const payload = JSON.stringify({ type: 'lead.created', data: { words: 'Grüße 🛠' } })
const signedAt = (sentAt: Date, ...secrets: string[]) => ({
  body: payload,
  headers: signedHeaders({ id: ID, sentAt, payload }, secrets),
})
const minutesFromNow = (minutes: number) => new Date(Date.now() + minutes * 60_000)

test.group('The signature of a webhook', () => {
  test('is read by the library of Standard Webhooks', ({ assert }) => {
    const secret = newWebhookSecret()
    const message = signedAt(new Date(), secret)
    assert.equal(verified(message, secret).type, 'lead.created')
    assert.equal(message.headers['webhook-id'], ID)
    assert.match(message.headers['webhook-signature'], /^v1,[A-Za-z0-9+/]{43}=$/)
  })

  test('is the one of the example in the specification', ({ assert }) => {
    const headers = signedHeaders(
      {
        id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
        sentAt: new Date(1614265330 * 1000),
        payload: '{"test": 2432232314}',
      },
      ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw']
    )
    assert.equal(headers['webhook-signature'], 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=')
  })

  test('is made with both secrets while one takes the place of the other', ({ assert }) => {
    const [present, former] = [newWebhookSecret(), newWebhookSecret()]
    const message = signedAt(new Date(), present, former)
    assert.equal(verified(message, present).type, 'lead.created')
    assert.equal(verified(message, former).type, 'lead.created')
  })

  test('does not hold for another secret, body, id or time, nor without a header', ({ assert }) => {
    const secret = newWebhookSecret()
    const message = signedAt(new Date(), secret)
    assert.throws(() => verified(message, newWebhookSecret()), /No matching signature/)
    assert.throws(
      () => verified({ ...message, body: payload.replace('lead', 'load') }, secret),
      /No matching/
    )
    for (const [name, value] of Object.entries({
      'webhook-id': 'another',
      'webhook-timestamp': String(Number(message.headers['webhook-timestamp']) - 1),
      'webhook-signature': message.headers['webhook-signature'].replace('v1,', 'v2,'),
    }))
      assert.throws(
        () => verified({ ...message, headers: { ...message.headers, [name]: value } }, secret),
        /No matching/
      )
    for (const name of Object.keys(message.headers)) {
      const { [name]: _, ...rest } = message.headers as Record<string, string>
      assert.throws(() => verified({ ...message, headers: rest }, secret), /Missing required headers/)
    }
  })

  test('does not hold for long, so that nobody sends it again later', ({ assert }) => {
    const secret = newWebhookSecret()
    assert.throws(() => verified(signedAt(minutesFromNow(-6), secret), secret), /too old/)
    assert.throws(() => verified(signedAt(minutesFromNow(6), secret), secret), /too new/)
  })

  test('needs a secret of 32 bytes, another one each time', ({ assert }) => {
    const secrets = Array.from({ length: 20 }, newWebhookSecret)
    for (const secret of secrets) {
      assert.match(secret, /^whsec_/)
      assert.lengthOf(Buffer.from(secret.slice(6), 'base64'), 32)
    }
    assert.lengthOf(new Set(secrets), 20)
  })
})
