import { test } from '@japa/runner'
import { csvLine } from '#app/platform/csv'
import { sourceFiles } from '#tests/architecture/source'
import Customer from '#app/customers/customer'
import { CustomerContacts, CustomerSites } from '#app/customers/customer_parts'
import { UserDeactivated } from '#app/identity/user_events'
import Order from '#app/orders/order'
import { tomorrow } from '#tests/functional/stranger/world'
import { receiveLead } from '#tests/lead_factories'
import { makeTarget, type Target } from '#tests/security/cases'
import { attemptOn, knock, routeNamed, routes } from '#tests/security/surface'

/** Every export of the product. */
const EXPORTS: Record<string, (target: Target, formula: string) => Promise<unknown>> = {
  'audit.exports.show': async (target, formula) => {
    const colleague = await target.colleague()
    await target.inside(() => colleague.user.merge({ name: formula }).save())
    await target.as(target.admin, () => UserDeactivated.record(colleague.user, {}))
  },
  'leads.exports.show': (target, formula) =>
    target.inside(() =>
      receiveLead({
        contact: { name: formula, address: formula },
        summary: formula,
        answers: [{ questionId: 'q', type: 'short_text', label: formula, value: formula, text: formula }],
      })
    ),
  'customers.exports.show': (target, formula) =>
    target.inside(async () => {
      const facts = { name: formula, street: formula, city: formula, notes: formula, country: 'US' }
      const customer = await Customer.register(facts)
      await new CustomerContacts(customer).add({ name: formula, role: formula })
      await new CustomerSites(customer).add({ label: formula, street: formula, notes: formula })
    }),
  'crm_connections.exports.show': (target, formula) =>
    target.inside(() => Customer.register({ name: formula, country: 'US' })),
  'orders.exports.show': (target, formula) =>
    target.inside(async () => {
      const lead = await receiveLead({ contact: { name: formula, address: formula }, summary: formula })
      await Order.fromLead(lead, { window: tomorrow(), assignee: null, note: formula, by: null })
    }),
}
/** The list in an archive of symbols holds nothing that anybody typed. */
const WRITERS = [
  'app/audit/audit_export.ts',
  'app/customers/customer_import.ts',
  'app/customers/customer_sheet.ts',
  'app/exports/csv_export.ts',
  'app/qr_codes/binding_list.ts',
  'app/qr_codes/symbol_archive.ts',
]
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

  test('is known here with all that a stranger may put into it', ({ assert }) => {
    const known = routes().filter(({ name, methods }) => /\bexports\./.test(name!) && methods.includes('GET'))
    assert.sameMembers(
      known.map(({ name }) => name!),
      Object.keys(EXPORTS)
    )
  })

  for (const [name, plant] of Object.entries(EXPORTS)) {
    test(`${name}: holds no formula, whatever people are called`, async ({ client, assert }) => {
      const target = await makeTarget()
      const route = routeNamed(name)
      for (const formula of FORMULAS) await plant(target, formula)
      const { params, qs } = await attemptOn(route).send(target)
      const sending = { params, qs: qs && { format: qs.format } }
      const response = await knock(client, { route, target, sending })
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
