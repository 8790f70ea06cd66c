import { test } from '@japa/runner'
import { csvLine } from '#app/platform/csv'
import { sourceFiles } from '#tests/architecture/source'
import { makeTarget } from '#tests/security/cases'
import { attemptOn, knock, routeNamed } from '#tests/security/surface'

/** Every export of the product. */
const EXPORTS = ['audit.exports.show']
const WRITERS = ['app/audit/audit_export.ts']
const FORMULAS = [
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '\n=1',
  '=cmd|"/c calc"!A1',
  '  =1',
  '＝1',
  '"=1',
  "'=1",
  '=1,2',
]
const DANGEROUS = /^[\s\u0000]*[=+\-@＝＋－＠]|^[\t\r\n]/

test.group('An export', () => {
  test('writes its cells through the one writer of CSV, and stands in this suite', ({ assert }) => {
    const users = sourceFiles('app').filter(({ imports }) =>
      imports.some(({ target }) => target === 'app/platform/csv')
    )
    assert.deepEqual(
      users.map(({ path }) => path),
      WRITERS,
      'add its route to EXPORTS, and the file to WRITERS'
    )
    const byHand = sourceFiles('app').filter(
      ({ path, text }) =>
        path !== 'app/platform/csv.ts' &&
        !WRITERS.includes(path) &&
        /text\/csv|\.join\('[,;\\t]+'\)\s*\+\s*'\\r?\\n/.test(text)
    )
    assert.deepEqual(
      byHand.map(({ path }) => path),
      []
    )
  })

  test('holds no cell that a spreadsheet takes for a formula', ({ assert }) => {
    for (const formula of FORMULAS) {
      for (const cell of cellsOf(csvLine([formula, `text ${formula}`])))
        assert.notMatch(cell, DANGEROUS, JSON.stringify(formula))
    }
  })

  for (const name of EXPORTS) {
    test(`${name}: holds no formula, whatever people are called`, async ({ client, assert }) => {
      const target = await makeTarget()
      const route = routeNamed(name)
      for (const formula of FORMULAS) {
        const colleague = await target.colleague()
        await target.inside(() => colleague.user.merge({ name: formula }).save())
        const users = routeNamed('identity.user_deactivations.store')
        await knock(client, { route: users, target, sending: { params: { id: colleague.user.id } } })
      }
      const { qs } = await attemptOn(route).send(target)
      const response = await knock(client, { route, target, sending: { qs: { format: qs!.format } } })
      response.assertStatus(200)
      const text = response.text() ?? String(response.body())
      const cells = cellsOf(text.replace(/^\ufeff/, ''))
      assert.isAbove(cells.length, 20)
      for (const cell of cells) assert.notMatch(cell, DANGEROUS)
    })
  }
})

/** The cells as a spreadsheet reads them. */
function cellsOf(text: string) {
  return [...text.matchAll(/(?:^|,|\r\n)(?:"((?:[^"]|"")*)"|([^",\r\n]*))/g)].map(([, quoted, bare]) =>
    quoted === undefined ? bare : quoted.replaceAll('""', '"')
  )
}
