import { test } from '@japa/runner'
import { maskName, maskStreet } from '#app/requests/masking'

test.group('Masking', () => {
  test('leaves first letters of a name, and not how long it is', ({ assert }) => {
    assert.equal(maskName('Alice Smith'), 'A••• S•••')
    assert.equal(maskName('  maría de la Cruz  Ortiz '), 'M••• D••• L•••')
    assert.equal(maskName('É'), 'É•••')
    assert.equal(maskName('👩‍🔧 Anna'), '👩‍🔧••• A•••')
  })

  test('leaves the street without its number', ({ assert }) => {
    assert.equal(maskStreet('1420 Maple St'), 'Maple St •••')
    assert.equal(maskStreet('Hauptstraße 5a'), 'Hauptstraße •••')
    assert.isNull(maskStreet('221B'))
    assert.isNull(maskStreet(null))
  })
})
