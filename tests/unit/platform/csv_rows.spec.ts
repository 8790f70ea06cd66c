import { test } from '@japa/runner'
import { csvRows } from '#app/platform/csv_rows'

test.group('CSV rows', () => {
  test('are read whatever the program that wrote them puts between cells and lines', ({ assert }) => {
    const expected = [
      ['Code', 'Customer'],
      ['K7Q2', 'ann@example.com'],
    ]
    for (const [separator, newline] of [
      [',', '\n'],
      [';', '\r\n'],
      ['\t', '\r'],
    ]) {
      const text = expected.map((row) => row.join(separator)).join(newline)
      assert.deepEqual(csvRows(text), expected)
      assert.deepEqual(csvRows(`\uFEFF${text}`), expected)
    }
  })

  test('keep separators, quotes and line breaks inside quoted cells', ({ assert }) => {
    assert.deepEqual(csvRows('a,"b, ""c""\nd",\ne,f,g'), [
      ['a', 'b, "c"\nd', ''],
      ['e', 'f', 'g'],
    ])
  })

  test('with a quotation mark out of place are refused, with the line', ({ assert }) => {
    for (const [text, line] of [
      ['a,b\n"c,d', 2],
      ['a,b\ne,f\n"c" c,d', 3],
    ] as const)
      assert.throws(() => csvRows(text), new RegExp(`in or before line ${line} `))
  })
})
