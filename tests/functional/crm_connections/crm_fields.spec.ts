import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import app from '@adonisjs/core/services/app'
import CrmConnection from '#app/crm_connections/crm_connection'
import CrmFieldMapping, { type FieldRule } from '#app/crm_connections/crm_field_mapping'
import CrmLink from '#app/crm_connections/crm_link'
import CrmWorker from '#app/crm_connections/crm_worker'
import Customer from '#app/customers/customer'
import { newId } from '#app/platform/ids'
import { HubSpotServer, TOKEN } from '#tests/contract/hubspot/server'
import { makeCompany } from '#tests/factories'
import { formErrors } from '#tests/form_errors'
import { handOverAfter } from '#tests/hand_over'

const ANN = { name: 'Ann Lee', email: 'ann@example.com', country: 'US' }
const rule = (ours: FieldRule['ours'], more: Partial<FieldRule> = {}): FieldRule => ({
  ours,
  theirs: null,
  direction: 'out',
  owner: 'ours',
  choices: [],
  ...more,
})

test.group('Which field is which in a customer system', (group) => {
  let hubspot: HubSpotServer
  const former = app.config.get('crm.hosts')

  group.each.setup(async () => {
    hubspot = await HubSpotServer.start()
    app.config.set('crm.hosts', { hubspot: hubspot.url })
    return async () => {
      app.config.set('crm.hosts', former)
      await hubspot.stop()
    }
  })

  async function connected() {
    const company = await makeCompany()
    const { inside, admin, tenant, path } = company
    await inside(() => CrmConnection.keep('hubspot', { token: TOKEN }, admin.user))
    const start = newId()
    const send = (client: ApiClient, verb: 'put' | 'post', where: string, rules: object[]) =>
      client[verb](path(`/settings/customer_system/${where}`))
        .loginAs(admin.identity)
        .withCsrfToken()
        .withInertia()
        .header('referer', path('/settings/customer_system/fields'))
        .json({ rules })
    return {
      ...company,
      settle: () => handOverAfter(start, tenant.id, CrmWorker),
      register: (facts: Partial<Parameters<typeof Customer.register>[0]> = {}) =>
        inside(() => Customer.register({ ...ANN, ...facts })),
      save: (client: ApiClient, rules: object[]) => send(client, 'put', 'fields', rules).redirects(0),
      preview: (client: ApiClient, rules: object[]) =>
        send(client, 'post', 'fields/previews', rules).redirects(0),
      page: (client: ApiClient, flashed = {}) =>
        client
          .get(path('/settings/customer_system/fields'))
          .loginAs(admin.identity)
          .withFlashMessages(flashed)
          .withInertia(),
      recordOf: async ({ id }: Customer) => {
        const link = await inside(() => CrmLink.findByOrFail('customerId', id))
        return hubspot.contact(link.externalId!)
      },
    }
  }

  test('is told with what the adapter does by itself, until a company says otherwise', async ({
    client,
    assert,
  }) => {
    const { page } = await connected()
    const { rules, theirs, places } = (await page(client)).body().props
    assert.deepEqual(
      rules.find(({ ours }: FieldRule) => ours === 'city'),
      rule('city')
    )
    assert.notExists(rules.find(({ ours }: FieldRule) => ours === 'notes'))
    assert.deepEqual(places.name, ['firstname', 'lastname'])
    assert.exists(theirs.find(({ name }: { name: string }) => name === 'gate_code'))
  })

  test('that a company chose is written: its own fields, other places, choices by their names there', async ({
    client,
    assert,
  }) => {
    const { save, register, settle, recordOf } = await connected()
    const ann = await register({ notes: 'Gate 12', region: 'CO', city: 'Denver' })
    const choices = [{ ours: 'CO', theirs: 'north' }]
    const rules = [
      rule('name'),
      rule('notes', { theirs: 'gate_code' }),
      rule('region', { theirs: 'district', choices }),
      rule('city', { direction: 'none' }),
      rule('id', { theirs: 'address' }),
      rule('street', { direction: 'none' }),
    ]
    ;(await save(client, rules)).assertStatus(303)
    await settle()
    assert.containSubset(await recordOf(ann), { gate_code: 'Gate 12', district: 'north', address: ann.id })
    assert.notProperty(await recordOf(ann), 'city')
    assert.notProperty(await recordOf(ann), 'state')
  })

  test('is checked with the system before it is kept, and what does not fit is said beside its field', async ({
    client,
    assert,
  }) => {
    const { inside, save, register } = await connected()
    await register({ region: 'CO' })
    await register({ region: 'UT', email: null })
    const wrongs: [FieldRule[], string, RegExp][] = [
      [[rule('notes', { theirs: 'gone' })], 'notes', /HubSpot has no field “gone” any more/],
      [[rule('notes', { theirs: 'lastmodifieddate' })], 'notes', /lets nobody write “Lastmodifieddate”/],
      [[rule('notes', { theirs: 'phone' })], 'notes', /holds a phone number there/],
      [[rule('region', { theirs: 'district' })], 'region', /no choice for “CO”, “UT”/],
      [
        [rule('region', { theirs: 'district', choices: [{ ours: 'CO', theirs: 'west' }] })],
        'region',
        /“west” is no choice of “District”/,
      ],
      [[rule('notes', { theirs: 'city' }), rule('city')], 'notes', /“City” is the same field there/],
      [[rule('notes')], 'notes', /Choose which field of HubSpot/],
      [[rule('name', { direction: 'none' })], 'name', /without a name/],
      [[rule('id', { theirs: 'gate_code', direction: 'both' })], 'id', /only told/],
    ]
    for (const [rules, field, words] of wrongs) {
      const errors = formErrors(await save(client, rules))
      assert.match(errors[`rules.${field}`]?.[0] ?? 'nothing', words, field)
    }
    assert.isEmpty(await inside(() => CrmFieldMapping.all()))
  })

  test('is not kept while the system does not answer', async ({ client, assert }) => {
    const { inside, save } = await connected()
    hubspot.next({ status: 503 })
    assert.match(formErrors(await save(client, [rule('name')])).rules[0], /does not answer/)
    assert.isEmpty(await inside(() => CrmFieldMapping.all()))
  })

  test('is shown with three real customers beforehand, and nothing is written or kept', async ({
    client,
    assert,
  }) => {
    const { inside, preview, page, register, settle, recordOf } = await connected()
    const ann = await register({ city: 'Denver', notes: 'Gate 12' })
    await settle()
    hubspot.alter((await inside(() => CrmLink.findByOrFail('customerId', ann.id))).externalId!, {
      city: 'Boulder',
    })
    const before = await recordOf(ann)
    const writes = () => hubspot.exchanges.filter(({ method }) => method === 'PATCH').length
    const [written] = [writes()]
    const rules = [
      rule('name'),
      rule('city', { direction: 'both', owner: 'theirs' }),
      rule('notes', { theirs: 'gate_code' }),
    ]
    const asked = await preview(client, rules)
    assert.deepEqual(asked.flashMessage('crmRules'), rules)
    const answer = await page(client, { crmRules: rules })
    const [{ customer, isThere, fields }] = answer.body().props.preview
    assert.equal(customer.id, ann.id)
    assert.isTrue(isThere)
    assert.includeDeepMembers(fields, [
      { label: 'Name', here: 'Ann Lee', there: 'Ann Lee', effect: 'same' },
      { label: 'City', here: 'Denver', there: 'Boulder', effect: 'read' },
      { label: 'Notes', here: 'Gate 12', there: null, effect: 'write' },
    ])
    assert.equal(writes(), written)
    assert.deepEqual(await recordOf(ann), before)
    assert.isEmpty(await inside(() => CrmFieldMapping.all()))
  })

  test('of a field that is gone there is refused customer by customer, in words that name it', async ({
    client,
    assert,
  }) => {
    const { inside, save, register, settle } = await connected()
    await save(client, [rule('name'), rule('notes', { theirs: 'gate_code' })])
    hubspot.properties.splice(
      hubspot.properties.findIndex(({ name }) => name === 'gate_code'),
      1
    )
    const ann = await register({ notes: 'Gate 12' })
    await settle()
    const link = await inside(() => CrmLink.findByOrFail('customerId', ann.id))
    assert.match(link.failure!, /no field “gate_code” any more/)
  })
})
