import { test } from '@japa/runner'
import { csvLine, textOf } from '#app/platform/csv'
import { csvRows } from '#tests/csv_reader'

const HOSTILE = [
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '\n=1',
  '  =1+1',
  '\u00a0=1',
  '\u200b=1',
  '\ufeff=1',
  '＝1+1',
  '＋1',
  '－1',
  '＠A1',
  '=HYPERLINK("https://evil.example","x")',
  `=cmd|' /C calc'!A0`,
]
const STARTS_A_FORMULA = /^[\s\p{C}]*[=+\-@＝＋－＠]|^[\t\r\n]/u

test.group('A line of CSV', () => {
  test('reads back as it was, whatever the text', ({ assert }) => {
    for (const text of [
      'plain',
      'a,b',
      'say "hi"',
      'two\nlines',
      'two\r\nlines',
      ' padded ',
      'a;b',
      "o'clock",
      '',
    ])
      assert.deepEqual(csvRows(csvLine([text, 'next'])), [[text, 'next']])
  })

  test('never begins a cell as a formula, and keeps its words', ({ assert }) => {
    for (const text of HOSTILE) {
      const [[cell]] = csvRows(csvLine([text]))
      assert.notMatch(cell, STARTS_A_FORMULA, JSON.stringify(text))
      assert.equal(cell, `'${text}`)
    }
  })

  test('is read as it was written, also where somebody had an apostrophe there', ({ assert }) => {
    for (const text of [...HOSTILE, "'=1", "''-5", "'tis", "o'clock", ''])
      assert.equal(textOf(csvRows(csvLine([text]))[0][0]), text, JSON.stringify(text))
  })

  test('keeps numbers as numbers, also below zero, and nothing as nothing', ({ assert }) => {
    assert.equal(csvLine([-5, 3.5, true, null, undefined]), '-5,3.5,true,,\r\n')
  })
})
