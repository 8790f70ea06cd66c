import { readFileSync } from 'node:fs'
import app from '@adonisjs/core/services/app'
import { test } from '@japa/runner'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { asOfToday, loadEvents } from '#app/platform/events/event_versions'
import {
  changesOf,
  exampleOf,
  FROZEN,
  frozenWith,
  misfits,
  payloadsOf,
  type Frozen,
  type Payload,
} from '../../bin/events/payloads.js'
import { CATALOGUE } from '../../bin/events/catalogue.js'
import { catalogueText, schemasText } from '../../bin/events/documents.js'
import { SCHEMAS } from '../../bin/events/schemas.js'

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

  test('are described as they are: schemas and catalogue of docs (npm run generate)', async ({ assert }) => {
    const known = frozenWith(frozen, payloads)
    const docOf = (path: string) => readFileSync(app.makePath(path), 'utf8')
    assert.equal(docOf(SCHEMAS), await schemasText(app.makePath(), known))
    assert.equal(docOf(CATALOGUE), await catalogueText(app.makePath(), known))
  })

  test('have schemas that take what they are and nothing else', ({ assert }) => {
    const schemas = JSON.parse(readFileSync(app.makePath(SCHEMAS), 'utf8'))
    const ajv = addFormats.default(new Ajv2020({ strict: false }))
    ajv.addSchema(schemas, 'events')
    const id = '01890000-0000-7000-8000-000000000000'
    for (const [name, versions] of Object.entries(frozen))
      for (const [version, shape] of Object.entries(versions)) {
        const fits = ajv.getSchema(`events#/$defs/${name}~1${version}`)!
        const event = {
          ...{ v: 1, id, tenantId: id, seq: 1, name, version: Number(version), requestId: null },
          occurredAt: '2026-11-24T10:00:00.000Z',
          actor: { kind: 'system', id: null, name: null },
          subject: { type: name.split('.')[0], id },
          data: exampleOf(shape),
        }
        assert.isTrue(fits(event), `${name}: ${ajv.errorsText(fits.errors)}`)
        if (typeof shape === 'object')
          assert.isFalse(fits({ ...event, data: { ...(event.data as object), strange: 1 } }), name)
        assert.isFalse(fits({ ...event, tenantId: 'x' }), name)
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
