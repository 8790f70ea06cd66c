import { test } from '@japa/runner'
import hash from '@adonisjs/core/services/hash'
import db from '@adonisjs/lucid/services/db'
import { makeCompany, PASSWORD, unique } from '#tests/factories'
import { linkFor } from '#tests/identity_mails'
import { MailServer } from '#tests/mail_server'
import { until } from '#tests/until'
import { Visitor } from '#tests/visitor'

const someAddress = () => `10.${[1, 2, 3].map(() => Math.floor(Math.random() * 255)).join('.')}`
const stranger = (ip = someAddress()) => new Visitor({ ip })

async function person() {
  const company = await makeCompany()
  const { identity } = company.admin
  const signIn = (visitor: Visitor, password = PASSWORD) =>
    visitor.send('POST', '/login', { email: identity.email, password })
  const isIn = async (visitor: Visitor) => (await visitor.get(company.path('/leads'))).status === 200
  const attack = async (guesses = 12) => {
    for (let guess = 0; guess < guesses; guess++) await signIn(stranger(), 'a wrong password')
  }
  return { ...company, identity, signIn, isIn, attack }
}

test.group('Guessing', () => {
  test('shuts strangers out, and not the owner on a device that was here before', async ({ assert }) => {
    const { signIn, isIn, attack } = await person()
    const owner = stranger()
    await signIn(owner)
    await owner.send('DELETE', '/session')
    await attack()
    const other = stranger()
    await signIn(other)
    assert.isFalse(await isIn(other))
    await signIn(owner)
    assert.isTrue(await isIn(owner))
  })

  test('does not keep the owner from a mailed link on a new device', async ({ assert }) => {
    const server = await new MailServer().open()
    try {
      const { identity, signIn, isIn, attack } = await person()
      await attack()
      const owner = stranger()
      await signIn(owner)
      assert.isFalse(await isIn(owner))
      await owner.send('POST', '/login/link', { email: identity.email })
      await owner.send('POST', await linkFor(server, identity.email))
      assert.isTrue(await isIn(owner))
    } finally {
      await server.close()
    }
  })

  test('is limited on a known device too, and its key is worth nothing for another person', async ({
    assert,
  }) => {
    const one = await person()
    const thief = stranger()
    await one.signIn(thief)
    await thief.send('DELETE', '/session')
    for (let guess = 0; guess < 10; guess++) await one.signIn(thief, 'a wrong password')
    await one.signIn(thief)
    assert.isFalse(await one.isIn(thief))
    const victim = await person()
    await victim.attack()
    await victim.signIn(thief)
    assert.isFalse(await victim.isIn(thief))
  })

  test('counts a whole /64 of IPv6 as one place', async ({ assert }) => {
    const net = [1, 2].map(() => Math.floor(Math.random() * 65_535).toString(16)).join(':')
    for (let guess = 0; guess < 60; guess++) {
      const email = `${unique('x')}@example.com`
      await stranger(`2001:db8:${net}::${guess.toString(16)}`).send('POST', '/login', {
        email,
        password: 'wrong',
      })
    }
    const { signIn, isIn } = await person()
    const neighbour = stranger(`2001:db8:${net}:0:ffff::1`)
    await signIn(neighbour)
    assert.isFalse(await isIn(neighbour))
    const elsewhere = stranger('2001:db8:ffff:ffff::1')
    await signIn(elsewhere)
    assert.isTrue(await isIn(elsewhere))
  })

  test('is told to the companies of the person, once for wrong words and once for the lock', async ({
    assert,
  }) => {
    const { tenant, attack } = await person()
    await attack(12)
    const failed = () =>
      db.connection('system').from('events').where({ tenant_id: tenant.id, name: 'user.sign_in_failed' })
    await until(async () => (await failed()).length >= 11, {
      within: 5000,
      what: 'the failures are recorded',
    })
    const reasons = (await failed()).map(({ data }) => data.reason)
    assert.lengthOf(
      reasons.filter((reason) => reason === 'password'),
      10
    )
    assert.lengthOf(
      reasons.filter((reason) => reason === 'locked'),
      1
    )
  })
})

test.group('A known and an unknown person', () => {
  test('get the same answer after the same number of hashed passwords', async ({ assert }) => {
    const { identity } = await person()
    const work = []
    for (const email of [identity.email, `${unique('nobody')}@example.com`]) {
      work.push(await watch(() => stranger().send('POST', '/login', { email, password: 'a wrong password' })))
    }
    assert.equal(work[0].hashes, 1)
    assert.deepEqual(work[1], work[0])
  })
})

/** How often a password is hashed meanwhile. */
async function watch(work: () => Promise<Response>) {
  const scrypt = hash.use('scrypt')
  const own = { make: scrypt.make, verify: scrypt.verify }
  let hashes = 0
  scrypt.make = (...words) => (hashes++, own.make.apply(scrypt, words))
  scrypt.verify = (...words) => (hashes++, own.verify.apply(scrypt, words))
  try {
    const answer = await work()
    return { hashes, status: answer.status, location: answer.headers.get('location') }
  } finally {
    Object.assign(scrypt, own)
  }
}
