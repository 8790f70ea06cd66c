import { test } from '@japa/runner'
import { ATTEMPTS } from '#tests/security/cases'
import { routes } from '#tests/security/surface'

test.group('The attacked surface', () => {
  test('has a good request for every route, from which the attacks are made', ({ assert }) => {
    const missing = routes()
      .filter(({ name }) => !name || !(name in ATTEMPTS))
      .map(
        ({ name, pattern }) =>
          `${name ?? pattern}: add a good request to stranger/cases.ts or security/cases.ts`
      )
    assert.deepEqual(missing, [])
    const gone = Object.keys(ATTEMPTS).filter((name) => !routes().some((route) => route.name === name))
    assert.deepEqual(gone, [])
  })
})
