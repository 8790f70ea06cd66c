import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import type { ApiClient } from '@japa/api-client'
import db from '@adonisjs/lucid/services/db'
import { MASK } from '#app/platform/sending/letter'
import { MailReveal } from '#app/sign_in/mail_reveal'
import IdentityMail from '#app/sign_in/identity_mail'
import IdentityLink from '#app/sign_in/identity_link'
import { makeCompany, makeSuperUser } from '#tests/factories'
import { mailsTo, sendTo } from '#tests/identity_mails'

type Row = { id: string; state: string; kind: string; recipient: string; error: string | null }

/** A member of a company, a mail to whom did not leave. */
async function unsent(kind: 'password_reset' | 'password_changed' = 'password_reset') {
  const company = await makeCompany()
  const { email } = company.admin.identity
  await IdentityMail.owe(kind, email)
  await sendTo(email)
  const mail = (await mailsTo(email))[0]
  await mail.merge({ state: 'not_sent', errorCode: 'E_NO_MAIL_SERVER', error: 'No mail server' }).save()
  const events = async (name: string) =>
    db.connection('system').from('events').where({ tenant_id: company.tenant.id, name })
  return { ...company, email, mail, events }
}

const rows = async (client: ApiClient, qs: Record<string, string>) => {
  const root = await makeSuperUser()
  const answer = await client.get('/console/mails').qs(qs).loginAs(root).withInertia()
  answer.assertStatus(200)
  return { mails: (answer.inertiaProps as { mails: Row[] }).mails, text: JSON.stringify(answer.inertiaProps) }
}

test.group('Mails to persons, in the console', () => {
  test('are listed with what became of them, without what they open', async ({ client, assert }) => {
    const { email, mail } = await unsent()
    const { mails, text } = await rows(client, { recipient: email })
    assert.lengthOf(mails, 1)
    assert.deepInclude(mails[0], {
      id: mail.id,
      kind: 'password_reset',
      state: 'not_sent',
      recipient: email,
      error: 'No mail server',
    })
    assert.include(mail.bodyText!, MASK)
    assert.notMatch(text, /password_resets\/[\w-]{43}/)
    assert.lengthOf((await rows(client, { recipient: email, state: 'sent' })).mails, 0)
  })

  test('do not exist for anybody else', async ({ client }) => {
    const { admin, mail } = await unsent()
    ;(await client.get('/console/mails').loginAs(admin.identity)).assertStatus(404)
    for (const what of ['resends', 'links']) {
      const answer = await client
        .post(`/console/mails/${mail.id}/${what}`)
        .loginAs(admin.identity)
        .withCsrfToken()
      answer.assertStatus(404)
    }
  })

  test('can be sent again once it is over, which the companies of the person see', async ({
    client,
    assert,
  }) => {
    const { email, mail, events, admin } = await unsent()
    const root = await makeSuperUser()
    const resend = () =>
      client.post(`/console/mails/${mail.id}/resends`).loginAs(root).withCsrfToken().redirects(0)
    await resend()
    const [, again] = await mailsTo(email)
    assert.equal(again.state, 'queued')
    const [event] = await events('user.mail_resent')
    assert.deepInclude(event, { actor_kind: 'super_user', actor_id: root.id, subject_id: admin.user.id })
    await mail.merge({ state: 'sending' }).save()
    await resend()
    assert.lengthOf(await mailsTo(email), 2)
  })

  test('show their link to nobody where mails are sent', async ({ client, assert }) => {
    const { mail, admin } = await unsent()
    const root = await makeSuperUser()
    const answer = await client.post(`/console/mails/${mail.id}/links`).loginAs(root).withCsrfToken()
    answer.assertStatus(403)
    assert.lengthOf(await IdentityLink.query().where('identityId', admin.identity.id), 1)
    assert.isNull((await IdentityMail.findOrFail(mail.id)).revealedAt)
  })
})

test.group('Revealing what a mail opens', () => {
  test('gives a link that works, once, and notes who saw it', async ({ assert, client }) => {
    const { mail } = await unsent()
    const reveals = await Promise.allSettled([1, 2, 3].map(() => new MailReveal(mail).by('Sam Root')))
    const given = reveals.flatMap((one) => (one.status === 'fulfilled' ? [one.value.secret] : []))
    assert.lengthOf(given, 1)
    ;(await client.get(new URL(given[0]).pathname)).assertStatus(200)
    const noted = await IdentityMail.findOrFail(mail.id)
    assert.equal(noted.revealedBy, 'Sam Root')
    await assert.rejects(() => new MailReveal(noted).by('Sam Root'), /no link to reveal/)
  })

  test('is refused for mails that were sent, are old, hold no link, or are for nobody', async ({
    assert,
  }) => {
    const sent = await unsent()
    await sent.mail.merge({ state: 'sent' }).save()
    const old = await unsent()
    await old.mail.merge({ createdAt: DateTime.utc().minus({ hours: 25 }) }).save()
    const plain = await unsent('password_changed')
    const gone = await unsent()
    await gone.admin.identity.disable()
    for (const { mail } of [sent, old, plain, gone]) {
      const stored = await IdentityMail.findOrFail(mail.id)
      await assert.rejects(() => new MailReveal(stored).by('Sam Root'), /no link to reveal/)
      assert.isNull((await IdentityMail.findOrFail(mail.id)).revealedAt)
    }
  })
})
