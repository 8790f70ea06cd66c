import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { lockRow } from '#app/platform/database/row_lock'
import Customer from '#app/customers/customer'
import { countStatements } from '#tests/count_statements'
import { makeCompany } from '#tests/factories'

async function oneCustomer() {
  const company = await makeCompany()
  const { id } = await company.inside(() => Customer.register({ name: 'Ann', country: 'US' }))
  return { ...company, id }
}

test.group('A row that a unit locks', () => {
  test('is locked and read once, however many verbs ask for it', async ({ assert }) => {
    const { inside, id } = await oneCustomer()
    await inside(async () => {
      const customer = await Customer.findOrFail(id)
      assert.equal(await countStatements(() => lockRow(customer)), 1)
      assert.equal(await countStatements(() => lockRow(customer)), 0)
    })
    await inside(async () => {
      const customer = await Customer.findOrFail(id)
      assert.equal(await countStatements(() => lockRow(customer)), 1)
    })
  })

  test('is read as it is, also by a second copy and by one that was changed in memory', async ({
    assert,
  }) => {
    const { inside, id } = await oneCustomer()
    await inside(async () => {
      const [first, second] = [await Customer.findOrFail(id), await Customer.findOrFail(id)]
      await lockRow(first)
      await lockRow(second)
      await second.merge({ name: 'Bob' }).save()
      await lockRow(first)
      assert.equal(first.name, 'Bob')
      first.name = 'Never saved'
      await lockRow(first)
      assert.equal(first.name, 'Bob')
    })
  })

  test('is locked anew when the savepoint in which it was locked is undone', async ({ assert }) => {
    const { inside, id } = await oneCustomer()
    await inside(async () => {
      const customer = await Customer.findOrFail(id)
      const torn = db.transaction(async () => {
        await lockRow(customer)
        throw new Error('torn')
      })
      await torn.catch(() => {})
      assert.equal(await countStatements(() => lockRow(customer)), 1)
    })
  })
})
