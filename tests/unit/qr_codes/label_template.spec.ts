import { test } from '@japa/runner'
import { LabelLayout, points } from '#app/qr_codes/label_layout'
import { LabelTemplate } from '#app/qr_codes/label_template'

const SIZES = [25, 29, 33]

test.group('Label template', () => {
  for (const template of LabelTemplate.all) {
    test(`"${template.key}" keeps its labels on the page and apart`, ({ assert }) => {
      const { label, page } = template
      const places = Array.from({ length: template.perSheet }, (_, index) => template.place(index + 1))
      for (const [index, { left, top }] of places.entries()) {
        assert.isTrue(left >= 0 && left + label.width <= page.width + 0.01)
        assert.isTrue(top >= 0 && top + label.height <= page.height + 0.01)
        const touching = places.filter(
          (other, at) =>
            at !== index &&
            Math.abs(other.left - left) < label.width - 0.01 &&
            Math.abs(other.top - top) < label.height - 0.01
        )
        assert.lengthOf(touching, 0)
      }
    })

    test(`"${template.key}" is centred on its page from left to right`, ({ assert }) => {
      const last = template.place(template.perSheet)
      const right = template.page.width - last.left - template.label.width
      assert.closeTo(template.place(1).left, right, 0.02)
    })

    test(`"${template.key}" prints squares of 0.4 mm or more inside a white border of four`, ({ assert }) => {
      for (const modules of SIZES) {
        const { module, symbol, code, width } = new LabelLayout(template, modules)
        const border = 4 * module - 0.001
        assert.isAtLeast(module, points(0.4))
        assert.isAtLeast(symbol.left, border)
        assert.isAtLeast(symbol.top, border)
        assert.isAtLeast(width - symbol.left - symbol.side, border)
        assert.isAtLeast(code.baseline - 0.72 * code.size - symbol.top - symbol.side, border)
      }
    })

    test(`"${template.key}" keeps every word on the label and out of the white border`, ({ assert }) => {
      for (const modules of SIZES) {
        const { module, symbol, words, phrase, code, width, height, isStacked } = new LabelLayout(
          template,
          modules
        )
        const right = symbol.left + symbol.side + 4 * module - 0.001
        const bottom = Math.max(code.baseline, phrase.baseline)
        assert.isAtMost(bottom, height - points(1.5))
        assert.isAtMost(words.left + words.width, width - points(1.4))
        if (isStacked) assert.isAtMost(words.top + words.height, symbol.top - 4 * module + 0.001)
        else assert.isAtLeast(words.left, right)
      }
    })
  }

  test('there are sheets of A4 and of Letter, each with a name of its own', ({ assert }) => {
    const widths = LabelTemplate.all.map(({ page }) => page.width)
    assert.includeMembers(widths, [210, 215.9])
    assert.lengthOf(new Set(LabelTemplate.all.map(({ key }) => key)), LabelTemplate.all.length)
    assert.equal(LabelTemplate.find('letter-30').perSheet, 30)
  })

  test('places are counted row by row', ({ assert }) => {
    const template = LabelTemplate.find('a4-24')
    assert.equal(template.place(1).top, template.place(3).top)
    assert.equal(template.place(4).left, template.place(1).left)
    assert.isAbove(template.place(4).top, template.place(3).top)
  })

  test('a place that is not on the sheet is refused', ({ assert }) => {
    const template = LabelTemplate.find('a4-24')
    for (const place of [0, 25, 1.5, Number.NaN]) {
      assert.throws(() => template.place(place), `Label ${place} is not on this sheet of 24 labels`)
    }
  })

  test('a sheet that nobody sells is refused', ({ assert }) => {
    assert.throws(() => LabelTemplate.find('a5-7'), 'There is no label sheet "a5-7"')
  })

  test('a part-used first sheet counts towards the sheets that a run needs', ({ assert }) => {
    const template = LabelTemplate.find('a4-24')
    assert.equal(template.sheetsFor(24), 1)
    assert.equal(template.sheetsFor(24, 2), 2)
    assert.equal(template.sheetsFor(200), 9)
  })

  test('a symbol too fine for the label is refused with the size that it would have', ({ assert }) => {
    const template = LabelTemplate.find('letter-30')
    assert.throws(
      () => new LabelLayout(template, 57),
      /one square of this QR code would be 0\.\d\d mm wide; 0\.4 mm is/
    )
  })
})
