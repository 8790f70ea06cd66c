import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import CrmConnection from '#app/crm_connections/crm_connection'
import CrmLink from '#app/crm_connections/crm_link'
import CrmWorker from '#app/crm_connections/crm_worker'
import Customer from '#app/customers/customer'
import { CustomerMerge } from '#app/customer_merges/customer_merge'
import Delivery from '#app/deliveries/delivery'
import MailWorker from '#app/notifications/mail_worker'
import { newId } from '#app/platform/ids'
import { TOKEN, type HubSpotServer } from '#tests/contract/hubspot/server'
import { APP, type SalesforceServer } from '#tests/contract/salesforce/server'
import { startVendors } from '#tests/contract/vendors'
import { makeCompany, makeMember } from '#tests/factories'
import { handOverAfter } from '#tests/hand_over'

const BOB = { name: 'Bob', country: 'US' }
const ANN = { name: 'Ann Lee', email: 'ann@example.com', phone: '+13035550142', country: 'US' }

test.group('A customer who is written to the customer system', (group) => {
  let hubspot: HubSpotServer
  let salesforce: SalesforceServer

  group.each.setup(async () => {
    const vendors = await startVendors()
    ;({ hubspot, salesforce } = vendors)
    return vendors.stop
  })

  async function connected(
    adapter: 'hubspot' | 'salesforce' = 'hubspot',
    settings: object = { token: TOKEN }
  ) {
    const company = await makeCompany()
    const { inside, admin, tenant } = company
    await inside(() => CrmConnection.keep(adapter, { ...settings }, admin.user))
    const start = newId()
    const since = (id: string) => handOverAfter(id, tenant.id, CrmWorker)
    return {
      ...company,
      start,
      since,
      settle: () => since(start),
      register: (facts: Parameters<typeof Customer.register>[0]) => inside(() => Customer.register(facts)),
      revise: ({ id }: Customer, facts: object) =>
        inside(async () => (await Customer.findOrFail(id)).revise(facts)),
      merge: (survivor: Customer, other: Customer) =>
        inside(async () =>
          new CustomerMerge(await Customer.findOrFail(survivor.id), await Customer.findOrFail(other.id)).run()
        ),
      linkOf: ({ id }: Customer) => inside(() => CrmLink.findBy('customerId', id)),
    }
  }

  test('by two workers at once becomes one record, as they are in the end', async ({ assert }) => {
    const { settle, since, register, revise, linkOf } = await connected()
    const bob = await register(BOB)
    const { arrived, resume } = hubspot.pauseAtNext()
    const first = settle()
    await arrived
    const later = newId()
    await revise(bob, { city: 'Boulder' })
    await since(later)
    assert.equal(hubspot.size, 0, 'the second has not written beside the first')
    resume()
    await first
    assert.equal(hubspot.size, 1)
    assert.containSubset(hubspot.contact((await linkOf(bob))!.externalId!), { city: 'Boulder' })
    assert.isNull((await linkOf(bob))!.heldBy)
  })

  test('is let go when the system fails, and written by the next try', async ({ assert }) => {
    const { settle, register, linkOf } = await connected()
    const bob = await register(BOB)
    hubspot.next({ status: 503 })
    await assert.rejects(settle)
    assert.isNull((await linkOf(bob))!.heldBy)
    await settle()
    assert.equal(hubspot.size, 1)
  })

  test('waits for a worker who died over them, and is written when its time is over', async ({ assert }) => {
    const { inside, settle, register, linkOf } = await connected()
    const bob = await register(BOB)
    hubspot.next({ status: 503 })
    await assert.rejects(settle)
    const { id } = (await linkOf(bob))!
    const { id: eventId } = await db
      .connection('system')
      .from('events')
      .where('subject_id', bob.id)
      .firstOrFail()
    const heldUntil = (minutes: number) =>
      inside(async () =>
        (await CrmLink.findOrFail(id))
          .merge({ heldBy: eventId, heldUntil: DateTime.utc().plus({ minutes }) })
          .save()
      )
    await heldUntil(1)
    await assert.rejects(settle, /being written/)
    assert.equal(hubspot.size, 0)
    await heldUntil(-1)
    await settle()
    assert.equal(hubspot.size, 1)
  })

  test('with the address of another of ours is not written over that one', async ({ assert }) => {
    const { settle, register, linkOf } = await connected()
    const ann = await register(ANN)
    const twin = await register({ ...ANN, name: 'Another Ann', phone: null })
    await settle()
    assert.equal(hubspot.size, 1)
    assert.containSubset(hubspot.contact((await linkOf(ann))!.externalId!), { firstname: 'Ann' })
    assert.match((await linkOf(twin))!.failure!, /already/)
  })

  test('and merged here leaves one record there, with what both knew', async ({ assert }) => {
    const { settle, register, merge, linkOf } = await connected()
    const [bob, ann] = [await register(BOB), await register(ANN)]
    await settle()
    const { externalId } = (await linkOf(ann))!
    await merge(bob, ann)
    await settle()
    assert.isNull(hubspot.contact(externalId!))
    const kept = (await linkOf(bob))!
    assert.isNull(kept.failure)
    assert.containSubset(hubspot.contact(kept.externalId!), { firstname: 'Bob', email: ANN.email })
    assert.isNull(await linkOf(ann))
  })

  test('takes over the record of the one who was merged into them', async ({ assert }) => {
    const { settle, register, merge, linkOf, inside } = await connected()
    const [bob, ann] = [await register(BOB), await register(ANN)]
    await settle()
    const { externalId } = (await linkOf(ann))!
    await inside(async () => (await CrmLink.findByOrFail('customerId', bob.id)).delete())
    await merge(bob, ann)
    await settle()
    assert.equal((await linkOf(bob))!.externalId, externalId)
    assert.containSubset(hubspot.contact(externalId!), { firstname: 'Bob' })
  })

  test('and merged here is said to stand twice in a system that cannot archive, until they are merged there', async ({
    assert,
  }) => {
    const { settle, register, revise, merge, linkOf } = await connected('salesforce', APP)
    const [bob, ann] = [await register(BOB), await register(ANN)]
    await settle()
    const { externalId } = (await linkOf(ann))!
    await merge(bob, ann)
    await settle()
    assert.match((await linkOf(bob))!.failure!, /Merge the two there/)
    assert.equal(salesforce.size, 2)
    salesforce.drop(externalId!)
    await revise(bob, { city: 'Boulder' })
    await settle()
    assert.isNull((await linkOf(bob))!.failure)
    assert.isNull(await linkOf(ann))
  })

  test('waits when the connection is lost, and the administrators get one mail', async ({ assert }) => {
    const { inside, settle, register, tenant, admin, start } = await connected()
    await makeMember(tenant, 'supervisor')
    hubspot.next({ status: 401 })
    await register(BOB)
    await register(ANN)
    await settle()
    await settle()
    await handOverAfter(start, tenant.id, MailWorker)
    const mails = await inside(() => Delivery.query().where('kind', 'crm_connection_lost'))
    assert.deepEqual(
      mails.map(({ recipient, subject }) => [recipient, subject]),
      [[admin.user.email, `HubSpot does not let ${tenant.name} in any more`]]
    )
  })

  test('says nothing of a connection that was made anew meanwhile', async ({ assert }) => {
    const { inside, settle, register, admin } = await connected()
    await register(BOB)
    hubspot.next({ status: 401 })
    const { arrived, resume } = hubspot.pauseAtNext()
    const writing = settle()
    await arrived
    await inside(() => CrmConnection.keep('hubspot', { token: TOKEN }, admin.user))
    resume()
    await writing
    assert.equal((await inside(() => CrmConnection.own()))!.state, 'working')
  })
})
