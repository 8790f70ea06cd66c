import { test } from '@japa/runner'
import { crm } from '#plugins/crm/manager'
import { itIsACrm } from '#plugins/crm/conformance'
import { asOfToday } from '#plugins/crm/earlier_contract'
import { FakeCrm } from '#plugins/crm/fake'
import { CrmNotSupportedError, CrmUnavailableError } from '#plugins/crm/errors'
import NativeCrm from '#plugins/crm/native/adapter'
import { makeCompany } from '#tests/factories'

itIsACrm('native', async () => {
  const { inside } = await makeCompany()
  return { adapter: new NativeCrm(), within: inside }
})

itIsACrm('fake', async () => ({ adapter: new FakeCrm(), ownField: 'shoe_size', within: (work) => work() }))

test.group('CRM manager', (group) => {
  group.each.teardown(() => crm.restore('native'))

  test('loads an adapter once, the configured one unless told', async ({ assert }) => {
    const native = await crm.use('native')
    assert.equal(native.name, 'native')
    assert.strictEqual(await crm.use(), native)
  })

  test('puts a fake in its place, and takes it away', async ({ assert }) => {
    const fake = crm.fake('native')
    fake.failNext(new CrmUnavailableError())
    await assert.rejects(async () => (await crm.use()).create({ name: 'Ann' }), /does not answer/)
    await (await crm.use()).create({ name: 'Ann' })
    assert.lengthOf(fake.customers, 1)
    crm.restore('native')
    assert.instanceOf(await crm.use(), NativeCrm)
  })

  test('lets an adapter of the version before say that it cannot do what is new', async ({ assert }) => {
    class Earlier extends FakeCrm {}
    const adapter = asOfToday(new Earlier())
    assert.containSubset(adapter.capabilities, { create: true, fields: false, changes: false })
    for (const attempt of [() => adapter.fields(), () => adapter.changes(null), () => adapter.missing(['1'])])
      assert.instanceOf(await attempt().catch((error: unknown) => error), CrmNotSupportedError)
    assert.equal((await adapter.create({ name: 'Ann' })).name, 'Ann')
    const today = new FakeCrm()
    assert.strictEqual(asOfToday(today, 2), today)
    assert.isTrue(today.capabilities.fields)
  })

  test('the native adapter does not reach another company', async ({ assert }) => {
    const [mine, other] = [await makeCompany(), await makeCompany()]
    const native = new NativeCrm()
    const { id } = await other.inside(() => native.create({ name: 'Zoe' }))
    assert.isNull(await mine.inside(() => native.get(id)))
    await assert.rejects(() => mine.inside(() => native.update(id, { city: 'Denver' })), /no such customer/)
    await mine.inside(() => native.archive(id))
    assert.isFalse((await other.inside(() => native.get(id)))!.isArchived)
  })
})
