import { test } from '@japa/runner'
import { setTimeout as sleep } from 'node:timers/promises'
import { Together } from '#app/platform/sending/together'

/** Work that notes what went together, and may fail on one of them. */
function workshop(failure?: { on: string; error: Error }) {
  const groups: string[][] = []
  const together = new Together(async (tenantId: string, items: string[]) => {
    groups.push([tenantId, ...items])
    await sleep(5)
    if (failure && items.includes(failure.on)) throw failure.error
    return items.map((item) => `${item} done`)
  })
  return { groups, together }
}
const outcomes = async (work: Promise<unknown>[]) =>
  (await Promise.allSettled(work)).map((one) => (one.status === 'fulfilled' ? one.value : 'failed'))

test.group('Small work that goes together', () => {
  test('of a company at the same moment, each with its own result; of another by itself', async ({
    assert,
  }) => {
    const { groups, together } = workshop()
    const work = [together.do('A', 'one'), together.do('B', 'two'), together.do('A', 'three')]
    assert.deepEqual(await Promise.all(work), ['one done', 'two done', 'three done'])
    assert.deepEqual(groups, [
      ['A', 'one', 'three'],
      ['B', 'two'],
    ])
  })

  test('what comes meanwhile goes together next, and nothing waits when all was quiet', async ({
    assert,
  }) => {
    const { groups, together } = workshop()
    const first = together.do('A', 'one')
    await new Promise(setImmediate)
    await new Promise(setImmediate)
    await Promise.all([first, together.do('A', 'two'), together.do('A', 'three')])
    await together.do('A', 'four')
    assert.deepEqual(groups, [
      ['A', 'one'],
      ['A', 'two', 'three'],
      ['A', 'four'],
    ])
  })

  test('goes one by one when it fails, so that only the one to blame fails', async ({ assert }) => {
    const { groups, together } = workshop({ on: 'bad', error: new Error('No') })
    const work = ['one', 'bad', 'three'].map((item) => together.do('A', item))
    assert.deepEqual(await outcomes(work), ['one done', 'failed', 'three done'])
    assert.deepEqual(groups.slice(1), [
      ['A', 'one'],
      ['A', 'bad'],
      ['A', 'three'],
    ])
    assert.equal(await together.do('A', 'four'), 'four done')
  })

  test('is not tried again while the database is away', async ({ assert }) => {
    const away = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' })
    const { groups, together } = workshop({ on: 'two', error: away })
    assert.deepEqual(await outcomes([together.do('A', 'one'), together.do('A', 'two')]), ['failed', 'failed'])
    assert.lengthOf(groups, 1)
  })
})
