import { test } from '@japa/runner'
import Invitation from '#app/identity/invitation'
import Delivery from '#app/deliveries/delivery'
import { newId } from '#app/platform/ids'
import { makeCompany, makeSuperUser, unique } from '#tests/factories'
import { eventsOf } from '#tests/lead_factories'

const someone = () => ({ name: 'Ada Byron', email: `${unique('ada')}@example.com`, role: 'admin' as const })

test.group('Inviting from the console', () => {
  test('asks somebody to administer the company, in the super user’s name', async ({ client, assert }) => {
    const root = await makeSuperUser()
    const { tenant, inside } = await makeCompany()
    const invitee = someone()
    const base = `/console/companies/${tenant.slug}/invitations`
    await client.post(base).json(invitee).loginAs(root).withCsrfToken().redirects(0)
    const invitation = await inside(() => Invitation.findByOrFail('email', invitee.email))
    assert.deepEqual([invitation.role, invitation.invitedBy, invitation.state], ['admin', root.name, 'open'])
    await client.post(`${base}/${invitation.id}/resends`).loginAs(root).withCsrfToken().redirects(0)
    ;(await client.post(`${base}/${invitation.id}/links`).loginAs(root).withCsrfToken()).assertStatus(403)
    await client.delete(`${base}/${invitation.id}`).loginAs(root).withCsrfToken().redirects(0)
    const events = await inside(() => eventsOf(invitation))
    assert.deepEqual(
      events.map(({ name, actor_kind: by }) => [name, by]),
      [
        ['invitation.created', 'super_user'],
        ['invitation.resent', 'super_user'],
        ['invitation.revoked', 'super_user'],
      ]
    )
  })

  test('does not reach an invitation of another company', async ({ client, assert }) => {
    const root = await makeSuperUser()
    const { tenant } = await makeCompany()
    const other = await makeCompany()
    const invitation = await other.inside(() => Invitation.send(someone()))
    const address = `/console/companies/${tenant.slug}/invitations/${invitation.id}`
    ;(await client.delete(address).loginAs(root).withCsrfToken()).assertStatus(404)
    ;(await client.post(`${address}/resends`).loginAs(root).withCsrfToken()).assertStatus(404)
    await other.inside(async () => assert.lengthOf(await eventsOf(invitation), 1))
  })
})

test.group('The mail of an invitation', () => {
  test('can be read in the console, which leaves a trace; other mail cannot', async ({ client, assert }) => {
    const root = await makeSuperUser()
    const { tenant, inside } = await makeCompany()
    const { invitation, mail, letter } = await inside(async () => {
      const invitation = await Invitation.send(someone())
      const draft = (kind: 'invitation' | 'customer') => ({
        eventId: newId(),
        kind: kind === 'invitation' ? 'invitation' : 'lead_received',
        templateVersion: 1,
        recipient: {
          kind,
          id: kind === 'invitation' ? invitation.id : null,
          name: 'Ada',
          address: 'ada@example.com',
        },
        subject: 'A subject',
        bodyHtml: '<p>Hello</p>',
        bodyText: 'Hello',
        link: null,
      })
      return {
        invitation,
        mail: await Delivery.queue(draft('invitation')),
        letter: await Delivery.queue(draft('customer')),
      }
    })
    const company = `/console/companies/${tenant.slug}`
    const page = await client.get(company).loginAs(root).withInertia()
    page.assertInertiaPropsContains({
      invitations: [{ id: invitation.id, mail: { id: mail.id, state: 'queued' } }],
    })
    const shown = await client.get(`${company}/deliveries/${mail.id}`).loginAs(root).withInertia()
    shown.assertInertiaPropsContains({ letter: { id: mail.id, bodyHtml: '<p>Hello</p>' } })
    const other = await client.get(`${company}/deliveries/${letter.id}`).loginAs(root).withInertia()
    other.assertInertiaPropsContains({ delivery: { id: letter.id, state: 'queued' }, letter: null })
    for (const said of [letter.recipient, letter.subject, letter.bodyHtml, letter.bodyText])
      assert.notInclude(JSON.stringify(other.inertiaProps), said)
    const events = await inside(() => eventsOf(invitation))
    assert.deepEqual(
      events.map(({ name }) => name),
      ['invitation.created', 'invitation.mail_read']
    )
  })
})
