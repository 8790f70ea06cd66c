import { setTimeout as sleep } from 'node:timers/promises'
import { test } from '@japa/runner'
import { makeAuditedEvents } from '#tests/audit_factories'
import { makeCompany, PASSWORD } from '#tests/factories'
import { Product } from '#tests/product'
import { Visitor } from '#tests/visitor'

const LINES = process.env.FAULTS === 'all' ? 300_000 : 60_000
/** In megabytes: enough for the product itself, and far less than so many lines take. */
const MEMORY = 80

test.group('A long export of the audit log', () => {
  for (const format of process.env.FAULTS === 'all' ? ['csv', 'jsonl'] : ['csv']) {
    test(`(${format}) takes no more memory than a short one, also when nobody reads it for a while`, async ({
      assert,
      cleanup,
    }) => {
      const company = await makeCompany()
      await makeAuditedEvents(company.tenant.id, company.admin.user.id, LINES)
      const product = await Product.start({
        driver: 'embedded',
        processes: ['web'],
        env: { NODE_OPTIONS: `--max-old-space-size=${MEMORY}` },
      })
      cleanup(() => product.stop())
      const visitor = new Visitor({ origin: product.url, version: await product.version() })
      await visitor.send('POST', '/login', { email: company.admin.identity.email, password: PASSWORD })
      const answer = await visitor.get(company.path(`/settings/audit/export?format=${format}`))
      assert.equal(answer.status, 200)
      await sleep(2000)
      let [lines, last] = [0, '']
      for await (const piece of answer.body!) {
        last = Buffer.from(piece).toString('latin1').slice(-1)
        for (const byte of piece) if (byte === 10) lines++
      }
      assert.equal(last, '\n')
      // The sign-in is audited too, and a table has a head.
      assert.isAtLeast(lines, LINES)
      assert.isAtMost(lines, LINES + 3)
      assert.equal((await visitor.get(company.path('/leads'))).status, 200)
    }).timeout(300_000)
  }
})
