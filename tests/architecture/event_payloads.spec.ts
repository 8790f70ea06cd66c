import { readFileSync } from 'node:fs'
import app from '@adonisjs/core/services/app'
import { test } from '@japa/runner'
import { asOfToday, loadEvents } from '#app/platform/events/event_versions'
import {
  changesOf,
  exampleOf,
  FROZEN,
  misfits,
  payloadsOf,
  type Frozen,
  type Payload,
} from '../../bin/events/payloads.js'

test.group('Architecture | payloads of events', (group) => {
  let frozen: Frozen
  let payloads: Payload[]

  group.setup(async () => {
    frozen = JSON.parse(readFileSync(app.makePath(FROZEN), 'utf8'))
    payloads = payloadsOf(app.makePath())
    await loadEvents(app.makePath())
  })

  test('are frozen when they are new (npm run generate)', ({ assert }) => {
    const missing = payloads.filter(({ name, version }) => !frozen[name]?.[version]).map(({ name }) => name)
    assert.deepEqual(missing, [])
  })

  test('stay as they are: whoever changes one gives its event a new version and an upcaster', ({
    assert,
  }) => {
    const changed = payloads
      .filter(({ name, version }) => frozen[name]?.[version])
      .flatMap(({ name, version, shape }) =>
        changesOf(frozen[name][version], shape).map((path) => `${name} version ${version}: ${path}`)
      )
    assert.deepEqual(changed, [])
  })

  test('are still known: history keeps what was recorded, so its definition stays', ({ assert }) => {
    const names = payloads.map(({ name }) => name)
    assert.deepEqual(
      Object.keys(frozen).filter((name) => !names.includes(name)),
      []
    )
    const later = payloads.filter(({ name, version }) =>
      Object.keys(frozen[name]).some((one) => Number(one) > version)
    )
    assert.deepEqual(later, [])
  })

  test('of every earlier version are read as what they are today', ({ assert }) => {
    for (const { name, version, shape } of payloads) {
      for (const [earlier, was] of Object.entries(frozen[name] ?? {})) {
        const read = asOfToday({ name, version: Number(earlier), data: exampleOf(was) })
        assert.equal(read.version, version)
        assert.deepEqual(misfits(shape, read.data), [], `${name} version ${earlier}`)
      }
    }
  })

  test('a change is told from a key that may be absent', ({ assert }) => {
    const before = { at: 'string', tags: ['string'] as ['string'], who: { id: 'string' } }
    assert.deepEqual(changesOf(before, { ...before, 'note?': 'string' }), [])
    assert.deepEqual(changesOf(before, { ...before, note: 'string' }), ['data.note'])
    assert.deepEqual(changesOf(before, { at: 'string', tags: ['number'], who: { id: 'null | string' } }), [
      'data.tags[]',
      'data.who.id',
    ])
    assert.deepEqual(changesOf(before, { at: 'string', who: { id: 'string' } }), ['data.tags'])
    assert.deepEqual(misfits(before, exampleOf(before)), [])
    assert.deepEqual(misfits(before, { at: 1, tags: 'x', more: true, who: {} }), [
      'data.more',
      'data.at',
      'data.tags',
      'data.who.id',
    ])
  })
})
