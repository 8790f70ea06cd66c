import { sign } from 'node:crypto'
import { DateTime } from 'luxon'
import { test } from '@japa/runner'
import { newId } from '#app/platform/ids'
import { snsHost } from '#app/bounces/sns_host'
import BlockedAddress from '#app/deliveries/blocked_address'
import Delivery from '#app/deliveries/delivery'
import MailWorker from '#app/notifications/mail_worker'
import { makeMemberWith } from '#tests/access_factories'
import { makeCompany, type Company, type Member } from '#tests/factories'
import { selfSigned } from '#tests/certificates'
import { sendDeliveries } from '#tests/deliveries'
import { handOver } from '#tests/hand_over'
import { eventNames, receiveLead } from '#tests/lead_factories'
import { MailServer } from '#tests/mail_server'

const TOPIC = 'arn:aws:sns:eu-west-1:123456789012:mails'
const CERT_URL = 'https://sns.eu-west-1.amazonaws.com/SimpleNotificationService-0123456789abcdef.pem'
const AMAZON = selfSigned('sns.amazonaws.com')
const STRANGER = selfSigned('sns.amazonaws.com')
const DANA = 'dana@example.com'

type Fields = Record<string, string>
const ORDER = ['Message', 'MessageId', 'SubscribeURL', 'Subject', 'Timestamp', 'Token', 'TopicArn', 'Type']

let asked: string[]

/** A message as Amazon SNS sends it. */
function signed(changes: Fields = {}, { key = AMAZON.key, hash = 'sha256' } = {}) {
  const fields: Fields = {
    Type: 'Notification',
    MessageId: newId(),
    TopicArn: TOPIC,
    Timestamp: DateTime.utc().toISO(),
    Message: '{}',
    SignatureVersion: hash === 'sha1' ? '1' : '2',
    SigningCertURL: CERT_URL,
    ...changes,
  }
  const names = ORDER.filter((name) => fields[name] !== undefined)
  const text = names.map((name) => `${name}\n${fields[name]}\n`).join('')
  return { ...fields, Signature: sign(hash, Buffer.from(text), key).toString('base64') }
}

const bounceOf = (messageId: string, address = DANA, bounceType = 'Permanent') =>
  JSON.stringify({
    notificationType: 'Bounce',
    bounce: {
      bounceType,
      bouncedRecipients: [{ emailAddress: address, diagnosticCode: 'smtp; 550 5.1.1 user unknown' }],
    },
    mail: { messageId },
  })

const complaintOf = (messageId: string, complaintFeedbackType = 'abuse') =>
  JSON.stringify({
    notificationType: 'Complaint',
    complaint: { complaintFeedbackType, complainedRecipients: [{ emailAddress: DANA }] },
    mail: { messageId },
  })

async function tell(fields: Fields) {
  const url = `http://${process.env.HOST}:${process.env.PORT}/mail_reports`
  const headers = { 'content-type': 'text/plain; charset=UTF-8' }
  const { status } = await fetch(url, { method: 'POST', headers, body: JSON.stringify(fields) })
  return status
}

/** A company whose mail to a customer has left by the mail provider. */
async function mailed() {
  const company = await makeCompany()
  await company.inside(() => receiveLead())
  await handOver(company.tenant.id, MailWorker)
  const id = newId()
  const delivery = await company.inside(async () => {
    const mail = await Delivery.query().where('recipient', DANA).firstOrFail()
    await mail.merge({ state: 'sending', attempts: 1 }).save()
    return mail.merge({ state: 'sent', sentAt: DateTime.utc(), providerId: id }).save()
  })
  return { ...company, delivery, messageId: id }
}

const blockedIn = ({ inside }: Pick<Company, 'inside'>) => inside(() => BlockedAddress.inForce())

test.group('Reports of the mail provider', (group) => {
  group.each.setup(() => {
    const { get } = snsHost
    asked = []
    snsHost.get = async (url: string) => {
      asked.push(url)
      return url === CERT_URL ? AMAZON.cert : STRANGER.cert
    }
    return () => void (snsHost.get = get)
  })

  test('of a bounce or a complaint block the address in the company that wrote, once', async ({ assert }) => {
    for (const [content, reason] of [
      [bounceOf, 'bounced'],
      [complaintOf, 'complained'],
    ] as const) {
      const [company, other] = [await mailed(), await mailed()]
      for (const hash of ['sha1', 'sha256'])
        assert.equal(await tell(signed({ Message: content(company.messageId) }, { hash })), 204)
      const [blocked, ...more] = await blockedIn(company)
      assert.deepInclude(blocked.serialize(), { address: DANA, reason, deliveryId: company.delivery.id })
      assert.isEmpty(more)
      assert.deepEqual(await company.inside(() => eventNames(blocked)), ['blocked_address.created'])
      assert.isEmpty(await blockedIn(other))
    }
  })

  test('of a full mailbox, and of a complaint that is taken back, block nothing', async ({ assert }) => {
    const company = await mailed()
    const { messageId } = company
    await tell(signed({ Message: bounceOf(messageId, DANA, 'Transient') }))
    await tell(signed({ Message: complaintOf(messageId, 'not-spam') }))
    assert.isEmpty(await blockedIn(company))
  })

  test('are not believed when forged, altered, of another topic, host, or day', async ({ assert }) => {
    const company = await mailed()
    const Message = bounceOf(company.messageId)
    const good = signed({ Message })
    const attempts: Record<string, Fields> = {
      'another key': signed({ Message }, { key: STRANGER.key }),
      'no signature': { ...good, Signature: '' },
      'another message under the signature': {
        ...good,
        Message: bounceOf(company.messageId, 'eve@example.com'),
      },
      'another id under the signature': { ...good, MessageId: newId() },
      'an unknown version': { ...good, SignatureVersion: '3' },
      'a topic of somebody else': signed({ Message, TopicArn: `${TOPIC}x` }),
      'a topic of another account': signed({ Message, TopicArn: TOPIC.replace('1234', '9999') }),
      'of last week': signed({ Message, Timestamp: DateTime.utc().minus({ days: 7 }).toISO()! }),
      'of tomorrow': signed({ Message, Timestamp: DateTime.utc().plus({ days: 1 }).toISO()! }),
      'without a time': signed({ Message, Timestamp: 'soon' }),
    }
    const hosts = [
      'https://sns.eu-west-1.amazonaws.com.evil.example/SimpleNotificationService-1.pem',
      'https://evil.example/sns.eu-west-1.amazonaws.com/SimpleNotificationService-1.pem',
      'https://sns.eu-west-1.amazonaws.com@evil.example/SimpleNotificationService-1.pem',
      'https://s3.eu-west-1.amazonaws.com/SimpleNotificationService-1.pem',
      'https://bucket.s3.amazonaws.com/SimpleNotificationService-1.pem',
      'http://sns.eu-west-1.amazonaws.com/SimpleNotificationService-1.pem',
      'https://sns.eu-west-1.amazonaws.com:8443/SimpleNotificationService-1.pem',
      'https://sns.eu-west-1.amazonaws.com/upload/SimpleNotificationService-1.pem',
      'file:///etc/passwd',
    ]
    for (const url of hosts) attempts[url] = signed({ Message, SigningCertURL: url }, { key: STRANGER.key })
    for (const [name, fields] of Object.entries(attempts)) assert.equal(await tell(fields), 403, name)
    assert.isEmpty(await blockedIn(company))
    assert.deepEqual(
      [...new Set(asked)].filter((url) => url !== CERT_URL),
      [],
      'nobody else was asked'
    )
    assert.equal(await tell(good), 204)
    assert.lengthOf(await blockedIn(company), 1)
  })

  test('count once: an old one that is sent again blocks nobody who was cleared', async ({ assert }) => {
    const company = await mailed()
    const message = signed({ Message: bounceOf(company.messageId) })
    await tell(message)
    const [blocked] = await blockedIn(company)
    await company.inside(async () => (await BlockedAddress.findOrFail(blocked.id)).clear())
    assert.equal(await tell(message), 204)
    assert.isEmpty(await blockedIn(company))
  })

  test('name only whom that mail went to', async ({ assert }) => {
    const [company, other] = [await mailed(), await mailed()]
    const theirs = other.admin.user.email
    await tell(signed({ Message: bounceOf(company.messageId, theirs) }))
    await tell(signed({ Message: bounceOf('no-such-mail') }))
    assert.isEmpty([...(await blockedIn(company)), ...(await blockedIn(other))])
  })

  test('begin when their topic is confirmed, at Amazon and nowhere else', async ({ assert }) => {
    const Token = 'abc'
    const confirm = (SubscribeURL: string) =>
      tell(signed({ Type: 'SubscriptionConfirmation', Token, SubscribeURL }))
    const url = 'https://sns.eu-west-1.amazonaws.com/?Action=ConfirmSubscription&Token=abc'
    assert.equal(await confirm(url), 204)
    assert.include(asked, url)
    for (const evil of [
      'https://evil.example/?Token=abc',
      'https://169.254.169.254/latest',
      url.replace('https', 'http'),
    ])
      assert.equal(await confirm(evil), 403)
    assert.sameMembers(
      [...new Set(asked)],
      [CERT_URL, url].filter((one) => asked.includes(one))
    )
  })

  test('that are none at all are refused calmly', async ({ assert }) => {
    const url = `http://${process.env.HOST}:${process.env.PORT}/mail_reports`
    for (const body of [
      '',
      'null',
      '[]',
      '{"Type":"constructor"}',
      '{"Type":["Notification"]}',
      '{"Type":',
      'x'.repeat(5000),
    ])
      assert.equal(
        (await fetch(url, { method: 'POST', headers: { 'content-type': 'text/plain' }, body })).status,
        403
      )
    const deep = signed({ Message: '{"mail":{"messageId":{"a":1}},"bounce":[]}' })
    assert.equal(await tell(deep), 204)
  })
})

test.group('A blocked address', (group) => {
  let server: MailServer
  group.each.setup(async () => {
    server = await new MailServer().open()
    return () => server.close()
  })

  const bounced = async () => {
    const company = await makeCompany()
    await company.inside(() => receiveLead())
    await handOver(company.tenant.id, MailWorker)
    server.onRecipient = { code: 550, message: '5.1.1 No such user here' }
    await sendDeliveries(company)
    server.onRecipient = undefined
    return company
  }
  const mailsTo = (company: Company, address: string) =>
    company.inside(() => Delivery.query().where('recipient', address).orderBy('id', 'desc'))

  test('is one that the mail server does not know: it is written to again once somebody clears it', async ({
    client,
    assert,
  }) => {
    const company = await bounced()
    const blocked = await blockedIn(company)
    assert.sameMembers(
      blocked.map(({ address }) => address),
      [DANA, company.admin.user.email]
    )
    const dana = blocked.find(({ address }) => address === DANA)!
    assert.include(dana.detail!, 'No such user here')

    await company.inside(() => receiveLead())
    await handOver(company.tenant.id, MailWorker)
    await sendDeliveries(company)
    const [second] = await mailsTo(company, DANA)
    assert.deepInclude(second.serialize(), { state: 'not_sent', errorCode: 'E_ADDRESS_BLOCKED' })
    assert.isEmpty(server.received)

    const page = await client
      .get(company.path(`/mails/${second.id}`))
      .loginAs(company.admin.identity)
      .withInertia()
    assert.containSubset(page.inertiaProps, { blocked: { id: dana.id, address: DANA, reason: 'bounced' } })
    await client
      .delete(company.path(`/mails/blocked_addresses/${dana.id}`))
      .loginAs(company.admin.identity)
      .withCsrfToken()
      .redirects(0)
    await client
      .post(company.path(`/mails/${second.id}/resend`))
      .loginAs(company.admin.identity)
      .withCsrfToken()
      .redirects(0)
    await sendDeliveries(company)
    assert.deepEqual(
      server.received.map(({ to }) => to),
      [[DANA]]
    )
  })

  test('is not one that was refused for another reason', async ({ assert }) => {
    const company = await makeCompany()
    await company.inside(() => receiveLead())
    await handOver(company.tenant.id, MailWorker)
    server.onRecipient = { code: 550, message: '5.7.1 Rejected as spam' }
    await sendDeliveries(company)
    assert.equal((await mailsTo(company, DANA))[0].state, 'failed')
    assert.isEmpty(await blockedIn(company))
  })

  test('of a customer is shown only to who sees customers’ addresses', async ({ client, assert }) => {
    const company = await bounced()
    const list = async (who: Pick<Member, 'identity'> = company.admin) =>
      (await client.get(company.path('/mails/blocked_addresses')).loginAs(who.identity).withInertia())
        .inertiaProps as { addresses: { address: string }[] }
    assert.lengthOf((await list()).addresses, 2)
    const hidden = { fields: { leads: { email: 'none' } } } as const
    const { identity } = await makeMemberWith(company, 'supervisor', hidden)
    const shown = (await list({ identity })).addresses
    assert.deepEqual(
      shown.map(({ address }) => address),
      [company.admin.user.email]
    )
  })
})
