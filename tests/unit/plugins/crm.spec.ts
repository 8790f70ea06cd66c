import { test } from '@japa/runner'
import { crm } from '#plugins/crm/manager'
import { itIsACrm } from '#plugins/crm/conformance'
import { asOfToday } from '#plugins/crm/earlier_contract'
import { FakeCrm } from '#plugins/crm/fake'
import {
  CrmGoneError,
  CrmNeedsReconnectError,
  CrmNotSupportedError,
  type CrmRateLimitedError,
  CrmRejectedError,
  CrmUnavailableError,
} from '#plugins/crm/errors'
import { inOurErrors } from '#plugins/crm/package_errors'
import NativeCrm from '#plugins/crm/native/adapter'
import { makeCompany } from '#tests/factories'

itIsACrm('native', async () => {
  const { inside } = await makeCompany()
  return { adapter: new NativeCrm(), within: inside }
})

itIsACrm('fake', async () => {
  const adapter = new FakeCrm()
  const mergeDeals = (id: string, other: string) => {
    adapter.deals.merge(id, other)
    return id
  }
  return { adapter, ownField: 'shoe_size', within: (work) => work(), mergeDeals }
})

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

  test('an adapter of a package throws the errors of the family by their codes', async ({ assert }) => {
    class Foreign extends Error {
      constructor(
        readonly code: string,
        readonly more: object = {}
      ) {
        super('In words of its own')
        Object.assign(this, more)
      }
    }
    const thrown = (error: Error) => {
      const fake = new FakeCrm()
      fake.failNext(error)
      return inOurErrors(fake)
        .get('1')
        .catch((caught: unknown) => caught)
    }
    const rejected = await thrown(new Foreign('E_CRM_REJECTED', { field: 'phone' }))
    assert.instanceOf(rejected, CrmRejectedError)
    assert.containSubset(rejected, { field: 'phone', message: 'In words of its own' })
    assert.instanceOf(await thrown(new Foreign('E_CRM_GONE')), CrmGoneError)
    assert.instanceOf(await thrown(new Foreign('E_CRM_NOT_SUPPORTED')), CrmNotSupportedError)
    assert.instanceOf(await thrown(new Foreign('E_CRM_NEEDS_RECONNECT')), CrmNeedsReconnectError)
    const limited = (await thrown(new Foreign('E_CRM_RATE_LIMITED'))) as CrmRateLimitedError
    assert.isAbove(limited.retryAt.getTime(), Date.now())
    const [strange, own] = [new Foreign('E_OTHER'), new CrmUnavailableError()]
    assert.strictEqual(await thrown(strange), strange)
    assert.strictEqual(await thrown(own), own)
    assert.equal((await inOurErrors(new FakeCrm()).create({ name: 'Ann' })).name, 'Ann')
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
