import { test } from '@japa/runner'
import type { ApiResponse } from '@japa/api-client'
import AccessToken from '#app/access_tokens/access_token'
import Customer from '#app/customers/customer'
import { makeMemberWith } from '#tests/access_factories'
import { makeCompany } from '#tests/factories'

async function start() {
  const company = await makeCompany()
  const ann = await company.inside(() =>
    Customer.register({ name: 'Ann Smith', country: 'US', phone: '(303) 555-0142', street: '18 Elm St' })
  )
  const secret = await company.inside(() => AccessToken.mint(company.admin.user, 'Script'))
  return { ...company, ann, secret, at: `/api/customers/${ann.id}` }
}

const pointers = (answer: ApiResponse) =>
  answer.body().errors.map(({ pointer }: { pointer: string }) => pointer)

test.group('Contacts and sites over the API', () => {
  test('are added, made primary, removed and put back; the answer is the customer', async ({
    client,
    assert,
  }) => {
    const { secret, at } = await start()
    const added = await client
      .post(`${at}/contacts`)
      .json({ name: 'Jo', role: 'Tenant', phone: '(303) 555-0166' })
      .bearerToken(secret)
    added.assertStatus(201)
    added.assertHeader('location', at)
    const [ann, jo] = added.body().data.contacts
    assert.containSubset(
      [ann, jo],
      [
        { name: 'Ann Smith', phone: '(303) 555-0142', isPrimary: true },
        { name: 'Jo', role: 'Tenant', phoneNumber: '+13035550166', isPrimary: false },
      ]
    )
    const path = `${at}/contacts/${jo.id}`
    const primary = await client.put(path).json({ name: 'Jo', isPrimary: true }).bearerToken(secret)
    primary.assertBodyContains({ data: { phoneNumber: '+13035550166' } })
    const refused = await client.delete(path).bearerToken(secret)
    refused.assertStatus(409)
    refused.assertBodyContains({ code: 'E_PRIMARY_PART' })
    const gone = await client.delete(`${at}/contacts/${ann.id}`).bearerToken(secret)
    assert.lengthOf(gone.body().data.contacts, 1)
    const back = await client.put(`${at}/contacts/${ann.id}`).json({ name: 'Ann' }).bearerToken(secret)
    assert.containSubset(back.body().data.contacts, [{ name: 'Ann', phoneNumber: '+13035550142' }])
    const site = await client
      .post(`${at}/sites`)
      .json({ label: 'Mill', street: '4 Lake Rd', city: 'Dillon', isPrimary: true })
      .bearerToken(secret)
    site.assertBodyContains({
      data: {
        address: '4 Lake Rd, Dillon',
        sites: [
          { label: 'Mill', isPrimary: true },
          { label: 'Main address', street: '18 Elm St' },
        ],
      },
    })
  })

  test('are refused with a word at each field that makes no sense', async ({ client, assert }) => {
    const { secret, at } = await start()
    const contact = await client
      .post(`${at}/contacts`)
      .json({ name: ' ', phone: '12', email: 'jo', isPrimary: false })
      .bearerToken(secret)
    contact.assertStatus(422)
    assert.deepEqual(pointers(contact), ['#/name', '#/phone', '#/email', '#/isPrimary'])
    const site = await client.post(`${at}/sites`).json({ label: '', country: 'XX' }).bearerToken(secret)
    assert.deepEqual(pointers(site), ['#/label', '#/country'])
    const stale = await client
      .post(`${at}/sites`)
      .json({ label: 'Mill' })
      .header('if-match', '"old"')
      .bearerToken(secret)
    stale.assertStatus(412)
  })

  test('of a field that a role locks, nothing is changed', async ({ client, assert }) => {
    const company = await start()
    const ray = await makeMemberWith(company, 'field_user', {
      grants: { customers: { read: 'all', edit: 'all' } },
      fields: { customers: { phone: 'read', address: 'read' } },
    })
    const secret = await company.inside(() => AccessToken.mint(ray.user, 'Script'))
    const contact = await client
      .post(`${company.at}/contacts`)
      .json({ name: 'Jo', phone: '(303) 555-0166' })
      .bearerToken(secret)
    contact.assertStatus(422)
    ;(await client.post(`${company.at}/sites`).json({ label: 'Mill' }).bearerToken(secret)).assertStatus(403)
    const read = await client.get(company.at).bearerToken(secret)
    assert.deepEqual(read.body().data.contacts, [])
  })

  test('two records become one, once', async ({ client, assert }) => {
    const { inside, secret, at, ann } = await start()
    const bo = await inside(() =>
      Customer.register({ name: 'A. Smith', country: 'US', phone: '(303) 555-0199', street: '18 Elm St' })
    )
    const merge = () => client.post(`${at}/merges`).json({ otherId: bo.id }).bearerToken(secret)
    const merged = await merge()
    merged.assertBodyContains({
      data: { id: ann.id, contacts: [{ name: 'Ann Smith' }, { name: 'A. Smith' }] },
    })
    ;(await merge()).assertStatus(404)
    const moved = await client.get(`/api/customers/${bo.id}`).bearerToken(secret)
    assert.equal(moved.body().data.id, ann.id)
    ;(await client.post(`${at}/merges`).json({ otherId: ann.id }).bearerToken(secret)).assertStatus(409)
  })
})
