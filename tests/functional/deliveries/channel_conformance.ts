import { test } from '@japa/runner'
import { newId } from '#app/platform/ids'
import Delivery from '#app/deliveries/delivery'
import type { Channel } from '#app/deliveries/channel'
import type User from '#app/identity/user'
import { sendDelivery } from '#tests/deliveries'
import { makeCompany, makeMember, type Company } from '#tests/factories'

/** What the far side of a channel is made to do, and what it got. */
export type FarSide = {
  /** Makes this person reachable, and says under which address. */
  join(company: Company, user: User): Promise<string>
  /** The titles of what arrived there, in order. */
  arrived(): Promise<string[]>
  /** From now on it takes nothing for a while, or never will; null: it takes messages again. */
  refuse(how: 'for_now' | 'for_ever' | null): void
}

/** What every channel does alike, whoever carries it. */
export function channelConformance(channel: Channel, farSide: () => FarSide) {
  const owe = async (company: Company, user: User, subject: string, eventId = newId()) => {
    const [{ address, name }] = await company.inside(() => channel.addressesOf(user))
    return company.inside(() =>
      Delivery.queue({
        ...{ eventId, channel: channel.name, kind: 'lead_created', templateVersion: 1, link: null },
        recipient: { kind: 'user', id: user.id, name, address },
        ...{ subject, bodyHtml: `<p>${subject}</p>`, bodyText: subject },
        url: 'https://latchkey.example/c/demo/notifications',
      })
    )
  }
  const fresh = ({ inside }: Company, { id }: Delivery) => inside(() => Delivery.findOrFail(id))
  const scene = async () => {
    const company = await makeCompany()
    const { user } = company.admin
    const address = await farSide().join(company, user)
    return { company, user, address }
  }

  test('knows where a person is reached, and does not mix people up', async ({ assert }) => {
    const { company, user, address } = await scene()
    const other = await makeMember(company.tenant, 'agent')
    const found = await company.inside(() => channel.addressesOf(user))
    assert.deepEqual(
      found.map((one) => one.address),
      [address]
    )
    assert.include(found[0].name, user.name)
    const others = await company.inside(() => channel.addressesOf(other.user))
    assert.notInclude(
      others.map((one) => one.address),
      address
    )
  })

  test('brings what is owed, once, and the record says so', async ({ assert }) => {
    const { company, user } = await scene()
    const [subject, eventId] = [`Hello ${newId()}`, newId()]
    const owed = await owe(company, user, subject, eventId)
    assert.equal((await owe(company, user, subject, eventId)).id, owed.id)
    await sendDelivery(company, owed.id)
    await sendDelivery(company, owed.id)
    assert.lengthOf(
      (await farSide().arrived()).filter((title) => title === subject),
      1
    )
    const { state, attempts, sentAt } = await fresh(company, owed)
    assert.deepEqual([state, attempts, sentAt !== null], ['sent', 1, true])
  })

  test('tries again what was refused for now, and gives up what was refused for ever', async ({ assert }) => {
    const { company, user } = await scene()
    farSide().refuse('for_now')
    const later = await owe(company, user, 'Later')
    await sendDelivery(company, later.id)
    const waiting = await fresh(company, later)
    assert.deepEqual([waiting.state, waiting.nextTryAt !== null], ['queued', true])
    assert.isNotEmpty(waiting.error)
    farSide().refuse(null)
    await sendDelivery(company, later.id)
    assert.equal((await fresh(company, later)).state, 'sent')
    farSide().refuse('for_ever')
    const never = await owe(company, user, 'Never')
    await sendDelivery(company, never.id)
    const failed = await fresh(company, never)
    farSide().refuse(null)
    assert.equal(failed.state, 'failed')
    assert.isNotEmpty(failed.errorCode)
  })

  test('gathers several as one that says how many, the same each time', async ({ assert }) => {
    const { company, user } = await scene()
    const held: Delivery[] = []
    for (const word of ['first', 'second', 'third', 'fourth', 'last'])
      held.push(await owe(company, user, `The ${word}`))
    const write = () =>
      company.inside(() => channel.gather(held, { company: company.tenant, timeZone: 'Europe/Berlin' }))
    const gathered = await write()
    assert.deepEqual(await write(), gathered)
    assert.include(gathered.subject, '5')
    assert.include(gathered.bodyText, 'The last')
    assert.match(gathered.url, /\/notifications$/)
  })
}
