import { test } from '@japa/runner'
import { sourceFiles } from '#tests/architecture/source'
import type { KeepsHistory } from '#app/platform/database/changes'
import { DESCRIBED_TYPES, labelsOf } from '#app/timelines/record_fields'

const SECRET = /secret|hash|token|password|encrypted|(?<!post)code|key/i

/** The names under which events speak of a model. */
const typeOf = (path: string) => path.match(/([a-z_]+)\.ts$/)![1]

async function keepers() {
  const paths = sourceFiles('app').filter(({ text }) => /^ {2}static history = /m.test(text))
  return Promise.all(
    paths.map(async ({ path }) => {
      const { default: model } = (await import(`#${path.replace(/\.ts$/, '')}`)) as { default: KeepsHistory }
      return { type: typeOf(path), model }
    })
  )
}

test.group('What history keeps of records', () => {
  test('is a column of theirs, and no secret by its name', async ({ assert }) => {
    for (const { type, model } of await keepers()) {
      for (const field of model.history!) {
        assert.isTrue(model.$hasColumn(field), `${type}.${field}`)
        assert.notMatch(field, SECRET, `${type}.${field} is kept in the history`)
      }
    }
  })

  test('has a label for people, and nothing else has one', async ({ assert }) => {
    const found = (await keepers()).map(({ type, model }) => [type, [...model.history!].sort()])
    const told = DESCRIBED_TYPES.map((type) => [type, Object.keys(labelsOf(type)).sort()])
    assert.deepEqual(Object.fromEntries(told), Object.fromEntries(found))
  })
})
