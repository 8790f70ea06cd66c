import { test } from '@japa/runner'
import { contrastWithWhite, readableBrandColor, readableOnDark } from '#app/tenancy/brand_color'
import * as shown from '../../../resources/js/brand_color.js'

const COLORS = [
  '#ffffff',
  '#ffff00',
  '#00ff7f',
  '#ff8800',
  '#0f766e',
  '#000000',
  '#7dd3fc',
  '#777777',
  '#767676',
]

test.group('A brand colour', () => {
  test('becomes dark enough for white text', ({ assert }) => {
    for (const color of COLORS) assert.isAtLeast(contrastWithWhite(readableBrandColor(color)), 4.5, color)
  })

  test('stays as it is where white text reads well on it', ({ assert }) => {
    assert.equal(readableBrandColor('#0F766E'), '#0f766e')
    assert.equal(readableBrandColor('#767676'), '#767676')
    assert.notEqual(readableBrandColor('#777777'), '#777777')
  })

  test('is judged by the browser as by the server', ({ assert }) => {
    for (const color of COLORS) {
      assert.equal(shown.contrastWithWhite(color), contrastWithWhite(color))
      assert.equal(shown.readableBrandColor(color), readableBrandColor(color))
    }
  })

  test('has the contrast that WCAG states for known pairs', ({ assert }) => {
    assert.closeTo(contrastWithWhite('#000000'), 21, 0.001)
    assert.closeTo(contrastWithWhite('#ffffff'), 1, 0.001)
    assert.closeTo(contrastWithWhite('#767676'), 4.54, 0.01)
  })
})

test.group('Brand colour on the dark theme', () => {
  test('stays as it is where it can be read, else becomes lighter', ({ assert }) => {
    assert.equal(readableOnDark('#2dd4bf'), '#2dd4bf')
    for (const color of ['#000000', '#0f766e', '#1d4ed8', '#7f1d1d', '#ffffff']) {
      assert.isAtMost(contrastWithWhite(readableOnDark(color)), 18.4 / 4.5, color)
    }
  })
})
