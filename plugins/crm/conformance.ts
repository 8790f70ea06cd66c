import { randomUUID } from 'node:crypto'
import { test } from '@japa/runner'
import type { Assert } from '@japa/assert'
import type { CrmCarry } from '#plugins/crm/connection'
import type {
  CrmAdapter,
  CrmAdapterClass,
  CrmChanges,
  CrmCreation,
  CrmDeals,
  CrmSearch,
} from '#plugins/crm/contract'
import { CrmGoneError, CrmNotSupportedError, CrmRejectedError, CrmStageGoneError } from '#plugins/crm/errors'

export type CrmUnderTest = {
  /** An adapter for a company that no other test uses. */
  adapter: CrmAdapter
  /** A text field of the system's own that the company made, and whose values the connection asks for. */
  ownField?: string
  /** Runs the work where the adapter wants to run: in a unit of the company, behind a recorded vendor, or plainly. */
  within: <T>(work: () => Promise<T>) => Promise<T>
  /**
   * Somebody merges the second deal into the first there: answers the id of the one that is left, `null` where the system merges none
   * of this kind.
   */
  mergeDeals?: (id: string, other: string) => string | null
  /** The headers of the last answer that the adapter got (`Overheard`): for those with `usageIn`. */
  lastHeaders?: () => Headers
}

/** Listens to what an adapter is answered: `carry` is for its connection. */
export class Overheard {
  #headers = new Headers()
  lastHeaders = () => this.#headers
  carry: CrmCarry = async (_, send) => {
    const answer = await send(null)
    this.#headers = answer.headers
    return answer
  }
}

const MARIA = {
  name: 'María López',
  email: 'Maria.Lopez@example.com',
  phone: '+13035550142',
  street: '18 Elm Street',
  unit: 'Apt 2',
  city: 'Denver',
  region: 'CO',
  postcode: '80205',
  country: 'US',
  notes: 'Ring twice',
}

/** What of it the system has a place for. */
const kept = ({ capabilities: { keeps } }: CrmAdapter) =>
  Object.fromEntries(
    Object.entries(MARIA).map(([field, value]) => [field, keeps.includes(field as never) ? value : null])
  ) as Record<keyof typeof MARIA, string | null>
const inAnyCase = <Fields extends { email: string | null }>(fields: Fields) => ({
  ...fields,
  email: fields.email?.toLowerCase() ?? null,
})
const byWords = ({ capabilities: { searchBy } }: CrmAdapter) => (searchBy.includes('text') ? 'text' : 'name')

/** No adapter reads so many at once. */
const MORE_THAN_A_PAGE = 201
const HANDS = 20

const NOBODY = '01890a5d-ac96-774b-bcce-b302099a8057'

async function throwsOf(work: () => Promise<unknown>): Promise<unknown> {
  try {
    await work()
  } catch (error) {
    return error
  }
}

/** Customers of different names, each with a key of its own. */
const many = (count: number): CrmCreation[] =>
  Array.from({ length: count }, () => {
    const key = randomUUID()
    return { fields: { name: `Ann ${key.slice(0, 8)}` }, key }
  })

/** Their ids. One by one where the system takes no more. */
async function makeMany(crm: CrmAdapter, count: number) {
  const { batch } = crm.capabilities
  const ids: string[] = []
  while (ids.length < count) {
    const some = many(Math.min(batch ?? HANDS, count - ids.length))
    const made = batch
      ? await crm.createAll!(some)
      : await Promise.all(some.map(({ fields }) => crm.create(fields)))
    ids.push(...made.map((one) => one!.id))
  }
  return ids
}

async function listedBy(crm: CrmAdapter) {
  const ids: string[] = []
  let cursor: string | null = null
  do {
    const page: Awaited<ReturnType<NonNullable<CrmAdapter['list']>>> = await crm.list!(cursor)
    ids.push(...page.customers.map(({ id }) => id))
    cursor = page.cursor
  } while (cursor !== null)
  return ids
}

/** Where a deal begins, and in which stage of the same pipeline it may be later; a lead too, where there are such. */
async function waysOf(deals: CrmDeals) {
  const pipelines = await deals.pipelines()
  const kinds = [pipelines.find(({ kind }) => kind !== 'lead'), pipelines.find(({ kind }) => kind === 'lead')]
  return kinds.flatMap((one) =>
    one ? [{ way: { pipelineId: one.id, stageId: one.stages[0].id }, later: one.stages.at(-1)!.id }] : []
  )
}

/** All that is told from a cursor on. */
async function changesSince(crm: CrmAdapter, cursor: string) {
  const told: CrmChanges = { customers: [], ended: [], cursor, isMore: true }
  while (told.isMore) {
    const { customers, ended, ...rest } = await crm.changes(told.cursor)
    told.customers.push(...customers)
    told.ended.push(...ended)
    Object.assign(told, rest)
  }
  return told
}

type Sold = {
  crm: CrmAdapter
  deals: CrmDeals
  /** A customer. */
  ann: string
  way: { pipelineId: string; stageId: string }
  later: string
  mergeDeals: CrmUnderTest['mergeDeals']
}

/** What every adapter of the family promises, whichever system is behind it. */
export function itIsACrm(name: string, open: () => Promise<CrmUnderTest>) {
  type Check = (adapter: CrmAdapter, assert: Assert, more: CrmUnderTest) => Promise<void>
  const promise = (title: string, check: Check) =>
    test(title, async ({ assert }) => {
      const underTest = await open()
      await underTest.within(() => check(underTest.adapter, assert, underTest))
    })
  /** Once for each kind of pipeline that it has; not at all without deals. */
  const promiseOfDeals = (title: string, check: (sold: Sold, assert: Assert) => Promise<void>) =>
    promise(title, async (crm, assert, { mergeDeals }) => {
      for (const kept of crm.deals ? await waysOf(crm.deals) : []) {
        const { id } = await crm.create({ name: 'Ann' })
        await check({ crm, deals: crm.deals!, ann: id, ...kept, mergeDeals }, assert)
      }
    })

  test.group(`CRM ${name} keeps the contract`, () => {
    promise('keeps what it was given and gives it back', async (crm, assert) => {
      const given = await crm.create(MARIA)
      assert.containSubset(inAnyCase(given), { ...inAnyCase(kept(crm)), isArchived: false })
      assert.isFalse(Number.isNaN(Date.parse(given.updatedAt)))
      assert.deepEqual(await crm.get(given.id), given)
    })

    promise('takes a name alone, and the company country for an unknown one', async (crm, assert) => {
      const bob = await crm.create({ name: 'Bob', country: null })
      assert.containSubset(bob, { name: 'Bob', email: null, phone: null, city: null, notes: null })
      assert.match(bob.country, /^[A-Z]{2}$/)
    })

    promise('lets itself be tested, and changes nothing by it', async (crm, assert) => {
      await crm.test()
      assert.deepEqual(await crm.search({ by: byWords(crm), value: 'lópez' }), [])
    })

    test('tells from its answers how much is used, if the vendor does', async ({ assert }) => {
      const { adapter, within, lastHeaders } = await open()
      const Adapter = adapter.constructor as unknown as CrmAdapterClass
      if (!Adapter.usageIn) return
      assert.deepEqual(Adapter.usageIn(new Headers()), [])
      await within(() => adapter.test())
      const told = Adapter.usageIn(lastHeaders!())
      assert.isNotEmpty(told)
      assert.lengthOf(new Set(told.map(({ seconds }) => seconds)), told.length)
      for (const { used, requests, seconds, resetsAt } of told) {
        assert.isTrue(Number.isInteger(used) && used >= 0)
        assert.isTrue(Number.isInteger(requests) && requests > 0)
        assert.isAtLeast(seconds, 3600)
        if (resetsAt !== null) assert.isAbove(Date.parse(resetsAt), Date.now())
      }
    })

    promise('answers a missing customer with null', async (crm, assert) => {
      assert.isNull(await crm.get(NOBODY))
      assert.isNull(await crm.get('no id at all'))
    })

    promise('makes one customer of one key, however often it is asked', async (crm, assert) => {
      const key = randomUUID()
      if (!crm.capabilities.keys) {
        assert.instanceOf(await throwsOf(() => crm.create(MARIA, key)), CrmNotSupportedError)
        assert.instanceOf(await throwsOf(() => crm.createdWith(key)), CrmNotSupportedError)
        return
      }
      assert.isNull(await crm.createdWith(key))
      const kept = await crm.create(MARIA, key)
      assert.deepEqual(await crm.create({ ...MARIA, name: 'Mary' }, key), kept)
      assert.deepEqual(await crm.createdWith(key), kept)
      assert.lengthOf(await crm.search({ by: 'email', value: MARIA.email }), 1)
      const nameless = randomUUID()
      const bob = await crm.create({ name: 'Bob' }, nameless)
      assert.notEqual(bob.id, kept.id)
      assert.equal((await crm.create({ name: 'Bob' }, nameless)).id, bob.id)
      assert.notEqual((await crm.create({ name: 'Bob' }, randomUUID())).id, bob.id)
    })

    promise('lists everybody who is there once, page by page', async (crm, assert) => {
      const { archive } = crm.capabilities
      if (!crm.list) return
      assert.isEmpty(await listedBy(crm))
      const made = await makeMany(crm, MORE_THAN_A_PAGE)
      if (archive) await crm.archive(made[0])
      const met = await listedBy(crm)
      assert.sameMembers(met, archive ? made.slice(1) : made)
      const { customers } = await crm.list(null)
      assert.deepEqual(customers[0], await crm.get(customers[0].id))
    })

    promise('makes many at once, each of its key, in the order of the question', async (crm, assert) => {
      const { batch } = crm.capabilities
      if (!batch) return assert.isUndefined(crm.createAll, 'without `batch` there is no `createAll`')
      const some = many(Math.min(batch, 5))
      const [first] = some
      const before = await crm.create(first.fields, first.key)
      const made = await crm.createAll!(some)
      assert.equal(made[0]!.id, before.id)
      assert.deepEqual(
        made.map((one) => one?.name),
        some.map(({ fields }) => fields.name)
      )
      const again = await crm.createAll!(some.toReversed())
      assert.deepEqual(
        again.map((one) => one?.id),
        made.map((one) => one?.id).toReversed()
      )
      for (const { key } of some) assert.isNotNull(await crm.createdWith(key))
      assert.lengthOf(await listedBy(crm), some.length)
    })

    promise('makes those of many who can be made, and leaves the others', async (crm, assert) => {
      if (!crm.capabilities.batch) return
      const [one, wrong, other] = many(3)
      Object.assign(wrong.fields, { phone: 'ring me' })
      const made = await crm.createAll!([one, wrong, other])
      assert.deepEqual(
        made.map((customer) => customer?.name ?? null),
        [one.fields.name, null, other.fields.name]
      )
      assert.isNull(await crm.createdWith(wrong.key))
      assert.lengthOf(await listedBy(crm), 2)
    })

    promise(
      'writes values of the company’s own fields for many at once',
      async (crm, assert, { ownField: own }) => {
        if (!crm.capabilities.batch || !own) return
        const [one] = many(1)
        const [made] = await crm.createAll!([{ ...one, values: { [own]: '38' } }])
        assert.deepEqual((await crm.get(made!.id))!.values, { [own]: '38' })
      }
    )

    promise('tells its fields, and in which of them it keeps what it keeps', async (crm, assert) => {
      if (!crm.capabilities.fields) {
        assert.instanceOf(await throwsOf(() => crm.fields()), CrmNotSupportedError)
        return
      }
      const fields = await crm.fields()
      const names = fields.map(({ name: own }) => own)
      assert.lengthOf(new Set(names), names.length)
      assert.isTrue(fields.every(({ label, type }) => label.trim() !== '' && type.length > 0))
      for (const field of crm.capabilities.keeps)
        assert.includeMembers(names, [...crm.capabilities.places[field]!], field)
    })

    promise(
      'keeps the value of a field of the company’s own, and clears it',
      async (crm, assert, { ownField: own }) => {
        if (!own) return
        const kept = await crm.create({ name: 'Ann' }, undefined, { [own]: '38' })
        assert.deepEqual(kept.values, { [own]: '38' })
        assert.deepEqual((await crm.get(kept.id))!.values, { [own]: '38' })
        assert.deepEqual((await crm.update(kept.id, { city: 'Boulder' })).values, { [own]: '38' })
        assert.deepEqual((await crm.update(kept.id, {}, { [own]: null })).values, { [own]: null })
        assert.equal((await crm.get(kept.id))!.city, 'Boulder')
      }
    )

    promise(
      'tells whatever was made or changed since a cursor, and goes on from there',
      async (crm, assert) => {
        if (!crm.capabilities.changes) {
          assert.instanceOf(await throwsOf(() => crm.changes(null)), CrmNotSupportedError)
          assert.instanceOf(await throwsOf(() => crm.missing(['1'])), CrmNotSupportedError)
          return
        }
        const before = await crm.changes(null)
        assert.isEmpty(before.customers)
        const ann = await crm.create({ name: 'Ann' })
        const bob = await crm.create({ name: 'Bob' })
        const told = await changesSince(crm, before.cursor)
        assert.sameMembers([...new Set(told.customers.map(({ id }) => id))], [ann.id, bob.id])
        await crm.update(ann.id, { city: 'Boulder' })
        const later = await changesSince(crm, told.cursor)
        assert.deepEqual(
          later.customers.find(({ id }) => id === ann.id),
          await crm.get(ann.id)
        )
      }
    )

    promise('tells who is missing', async (crm, assert) => {
      if (!crm.capabilities.changes) return
      const { id } = await crm.create({ name: 'Ann' })
      assert.deepEqual(await crm.missing([NOBODY, id]), [NOBODY])
      assert.deepEqual(await crm.missing([id]), [])
    })

    promise('refuses a phone number that is none, and writes nothing', async (crm, assert) => {
      const error = await throwsOf(() => crm.create({ ...MARIA, phone: 'ring me' }))
      assert.instanceOf(error, CrmRejectedError)
      assert.equal((error as CrmRejectedError).field, 'phone')
      assert.isEmpty(await crm.search({ by: 'email', value: MARIA.email }))
    })

    promise('refuses a customer without a name', async (crm, assert) => {
      const error = await throwsOf(() => crm.create({ name: '  ' }))
      assert.equal((error as CrmRejectedError).field, 'name')
    })

    promise('says beforehand what it would refuse, and writes nothing by it', async (crm, assert) => {
      await crm.check(MARIA)
      for (const [field, wrong] of [
        ['phone', { ...MARIA, phone: 'ring me' }],
        ['name', { name: '  ' }],
      ] as const)
        assert.equal(((await throwsOf(() => crm.check(wrong))) as CrmRejectedError).field, field)
      assert.isEmpty(await crm.search({ by: 'email', value: MARIA.email }))
    })

    promise('changes what is named, clears what is null, leaves the rest', async (crm, assert) => {
      const { id } = await crm.create(MARIA)
      const changed = await crm.update(id, { city: 'Boulder', postcode: null })
      assert.containSubset(changed, {
        id,
        name: MARIA.name,
        phone: MARIA.phone,
        city: 'Boulder',
        postcode: null,
      })
      assert.deepEqual(await crm.get(id), changed)
    })

    promise('refuses to change a missing customer', async (crm, assert) => {
      const error = await throwsOf(() => crm.update(NOBODY, { city: 'Boulder' }))
      assert.instanceOf(error, CrmGoneError)
      assert.isNull((error as CrmRejectedError).field)
    })

    const finds: [CrmSearch['by'], string[]][] = [
      ['text', ['lópez', 'mar lóp', 'elm denv', '80205']],
      ['name', ['lópez', 'mar lóp', 'lóp mar']],
      ['phone', ['+13035550142', '(303) 555-0142']],
      ['email', ['maria.lopez@EXAMPLE.com']],
    ]
    for (const [by, values] of finds) {
      promise(`finds a customer by ${by}, or says that it cannot`, async (crm, assert) => {
        const { id } = await crm.create(MARIA)
        await crm.create({ name: 'Bob' })
        for (const value of values) {
          if (crm.capabilities.searchBy.includes(by)) {
            assert.deepEqual(
              (await crm.search({ by, value })).map((found) => found.id),
              [id],
              value
            )
          } else {
            assert.instanceOf(await throwsOf(() => crm.search({ by, value })), CrmNotSupportedError)
          }
        }
      })
    }

    promise(
      'finds nobody without complaint, the newest first, and no more than asked for',
      async (crm, assert) => {
        assert.deepEqual(await crm.search({ by: byWords(crm), value: 'nobody' }), [])
        for (const name of ['Ann One', 'Ann Two', 'Ann Three']) await crm.create({ name })
        const found = await crm.search({ by: byWords(crm), value: 'ann', limit: 2 })
        assert.deepEqual(
          found.map((one) => one.name),
          ['Ann Three', 'Ann Two']
        )
      }
    )

    promise('tells its pipelines with their stages in order, if it has deals', async (crm, assert) => {
      if (!crm.deals) return
      const pipelines = await crm.deals.pipelines()
      assert.isNotEmpty(pipelines)
      for (const { id, label, stages, kind = 'deal' } of pipelines) {
        assert.isTrue([id, label].every((word) => word.trim() !== ''))
        assert.include(['deal', 'lead'], kind)
        const ids = stages.map((stage) => stage.id)
        assert.isNotEmpty(ids)
        assert.lengthOf(new Set(ids), ids.length)
        assert.isTrue(stages.every((stage) => [null, 'won', 'lost'].includes(stage.end)))
      }
    })

    promiseOfDeals('makes one deal of one key on the record of a customer', async (sold, assert) => {
      const { deals, ann, way } = sold
      const key = randomUUID()
      const made = await deals.create(ann, { name: 'L-1 Ann', ...way }, key)
      assert.containSubset(made, { name: 'L-1 Ann', ...way })
      assert.deepEqual(await deals.get(made.id), made)
      assert.deepEqual(await deals.create(ann, { name: 'Another', ...way }, key), made)
      assert.notEqual((await deals.create(ann, { name: 'L-1 Ann', ...way }, randomUUID())).id, made.id)
      assert.isNull(await deals.get(NOBODY))
      assert.isNull(await deals.get('no id at all'))
    })

    promiseOfDeals('moves a deal to another stage and leaves the rest', async (sold, assert) => {
      const { deals, ann, way, later: stageId } = sold
      const made = await deals.create(ann, { name: 'L-1 Ann', ...way }, randomUUID())
      assert.deepEqual(await deals.update(made.id, { stageId }), { ...made, stageId })
      assert.deepEqual(await deals.get(made.id), { ...made, stageId })
      assert.deepEqual(await deals.update(made.id, { name: 'L-2 Ann' }), {
        ...made,
        stageId,
        name: 'L-2 Ann',
      })
    })

    promiseOfDeals('leaves a deal what it is when the other kind is named', async (sold, assert) => {
      const { deals, ann, way } = sold
      const other = (await waysOf(deals)).find((one) => one.way.pipelineId !== way.pipelineId)
      if (!other) return
      const made = await deals.create(ann, { name: 'L-1 Ann', ...way }, randomUUID())
      assert.deepEqual(await deals.update(made.id, other.way), made)
      assert.deepEqual(await deals.get(made.id), made)
    })

    promiseOfDeals(
      'answers a merged deal by the one it is now, and writes nothing by its old id',
      async (sold, assert) => {
        const { crm, deals, ann, way, later: stageId, mergeDeals } = sold
        if (!mergeDeals) return
        const make = (name: string) => deals.create(ann, { name, ...way }, randomUUID())
        const [one, other] = [await make('L-1 Ann'), await make('L-2 Ann')]
        const ids = [one.id, other.id, NOBODY]
        if (deals.merged) assert.deepEqual([...(await deals.merged([])), ...(await deals.merged(ids))], [])
        const id = mergeDeals(one.id, other.id)
        if (id === null) return
        const ended = ids.filter((known) => ![id, NOBODY].includes(known))
        if (deals.merged) assert.sameMembers(await deals.merged(ids), ended)
        const there = (await deals.get(id))!
        assert.equal(there.id, id)
        assert.deepEqual(await deals.get(other.id), there)
        assert.deepEqual(await deals.update(other.id, { stageId, name: 'L-2 Ann' }), there)
        assert.deepEqual(await deals.get(id), there)
        assert.deepEqual(await deals.update(id, { stageId }), { ...there, stageId })
        if (!crm.addNote) return
        const note = { text: 'Ring twice', at: '2026-11-28T05:12:31.125Z' }
        await crm.addNote(note, { customerId: ann, dealId: other.id })
      }
    )

    promiseOfDeals('gives a deal to somebody who owns records there', async (sold, assert) => {
      const { crm, deals, ann, way } = sold
      if (!crm.owners) return
      const [owner] = await crm.owners()
      const own = await deals.create(ann, { name: 'L-1 Ann', ...way, ownerId: owner.id }, randomUUID())
      assert.equal(own.ownerId, owner.id)
      const later = await deals.create(ann, { name: 'L-2 Ann', ...way }, randomUUID())
      assert.equal((await deals.update(later.id, { ownerId: owner.id })).ownerId, owner.id)
    })

    promise('knows owners by their address, in any case', async (crm, assert) => {
      if (!crm.owners) return
      const [owner] = (await crm.owners()).filter(({ email }) => email)
      assert.equal(owner.email, owner.email!.toLowerCase())
      assert.deepEqual(await crm.owners(owner.email!.toUpperCase()), [owner])
      assert.deepEqual(await crm.owners('nobody@example.com'), [])
    })

    promiseOfDeals(
      'says of a deal what is missing: its customer, its stage, itself',
      async (sold, assert) => {
        const { deals, ann, way } = sold
        const deal = { name: 'L-1 Ann', ...way }
        const gone = { ...deal, stageId: 'no such stage' }
        for (const id of [NOBODY, 'no id at all'])
          assert.instanceOf(await throwsOf(() => deals.create(id, deal, randomUUID())), CrmGoneError)
        assert.instanceOf(await throwsOf(() => deals.create(ann, gone, randomUUID())), CrmStageGoneError)
        const { id } = await deals.create(ann, deal, randomUUID())
        const stageId = 'no such stage'
        assert.instanceOf(await throwsOf(() => deals.update(id, { stageId })), CrmStageGoneError)
        assert.instanceOf(await throwsOf(() => deals.update(NOBODY, { name: 'x' })), CrmGoneError)
        assert.deepEqual((await deals.get(id))!.stageId, way.stageId)
      }
    )

    promise('adds a note once, and says whose record is missing', async (crm, assert) => {
      if (!crm.addNote) return
      const note = { text: 'Two\nlines & <b>signs</b>', at: '2026-11-28T05:12:31.123Z' }
      const { id: customerId } = await crm.create({ name: 'Ann' })
      await crm.addNote(note, { customerId })
      await crm.addNote(note, { customerId })
      assert.instanceOf(await throwsOf(() => crm.addNote!(note, { customerId: NOBODY })), CrmGoneError)
    })

    promiseOfDeals('adds a note to a deal, and says when that is missing', async (sold, assert) => {
      const { crm, deals, ann: customerId, way } = sold
      if (!crm.addNote) return
      const note = { text: 'Ring twice', at: '2026-11-28T05:12:31.124Z' }
      const { id } = await deals.create(customerId, { name: 'L-1 Ann', ...way }, randomUUID())
      await crm.addNote(note, { customerId, dealId: id })
      const onNone = { customerId, dealId: NOBODY }
      assert.instanceOf(await throwsOf(() => crm.addNote!(note, onNone)), CrmGoneError)
    })

    promise('has a customer belong to one company, however often it is asked', async (crm, assert) => {
      const { companies } = crm
      if (!companies) return
      const [ann, bob] = [await crm.create({ name: 'Ann' }), await crm.create({ name: 'Bob' })]
      const made = await companies.create(ann.id, { name: 'Ann & Sons' })
      assert.equal(made.name, 'Ann & Sons')
      assert.deepEqual(await companies.create(ann.id, { name: 'Another' }), made)
      assert.notEqual((await companies.create(bob.id, { name: 'Ann & Sons' })).id, made.id)
      const renamed = { ...made, name: 'Ann and Daughters' }
      assert.deepEqual(await companies.rename(made.id, renamed.name), renamed)
      assert.deepEqual(await companies.create(ann.id, { name: 'Another' }), renamed)
    })

    promise('says of a company what is missing: its customer, its name, itself', async (crm, assert) => {
      const { companies } = crm
      if (!companies) return
      const { id } = await crm.create({ name: 'Ann' })
      for (const missing of [NOBODY, 'no id at all'])
        assert.instanceOf(await throwsOf(() => companies.create(missing, { name: 'A' })), CrmGoneError)
      assert.instanceOf(await throwsOf(() => companies.create(id, { name: ' ' })), CrmRejectedError)
      for (const missing of [NOBODY, 'no id at all'])
        assert.instanceOf(await throwsOf(() => companies.rename(missing, 'A')), CrmGoneError)
      assert.equal((await companies.create(id, { name: 'Ann & Sons' })).name, 'Ann & Sons')
    })

    promise('archives calmly: out of searches, still to be read, and twice is once', async (crm, assert) => {
      const { id } = await crm.create(MARIA)
      if (crm.capabilities.archive) {
        await crm.archive(id)
        await crm.archive(id)
        await crm.archive(NOBODY)
        assert.isTrue((await crm.get(id))?.isArchived)
        assert.isEmpty(await crm.search({ by: byWords(crm), value: 'López' }))
        if (crm.capabilities.restore) {
          await crm.restore(id)
          await crm.restore(id)
          await crm.restore(NOBODY)
          assert.isFalse((await crm.get(id))?.isArchived)
        } else {
          assert.instanceOf(await throwsOf(() => crm.restore(id)), CrmNotSupportedError)
        }
      } else {
        assert.instanceOf(await throwsOf(() => crm.archive(id)), CrmNotSupportedError)
      }
    })
  })
}
