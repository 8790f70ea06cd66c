import { readFileSync } from 'node:fs'
import { test } from '@japa/runner'
import { glob } from 'node:fs/promises'

test.group('Views', () => {
  test('show their parts as components: what is included is compiled anew for every visitor', async ({
    assert,
  }) => {
    const views = await Array.fromAsync(glob('resources/views/**/*.edge'))
    assert.isAbove(views.length, 10)
    const including = views.filter((path) => /@include(If)?\(/.test(readFileSync(path, 'utf8')))
    assert.isEmpty(including)
  })
})
