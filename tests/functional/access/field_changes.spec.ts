import { test } from '@japa/runner'
import type { ApiClient, ApiResponse } from '@japa/api-client'
import { fieldsOf, SUBJECT_NAMES, type Subject } from '#app/access/subjects'
import type { FieldLevel } from '#app/access/levels'
import AccessToken from '#app/access_tokens/access_token'
import Customer from '#app/customers/customer'
import Lead from '#app/leads/lead'
import Order from '#app/orders/order'
import { formErrors } from '#tests/form_errors'
import { makeMemberWith } from '#tests/access_factories'
import { makeWorld, type World } from '#tests/functional/stranger/world'
import { CHANGES, placeOf, WORDS } from '#tests/functional/access/field_canaries'

type Sent = { door: string; answer: ApiResponse; isApi: boolean }
type Writer = World & { identity: World['admin']['identity']; secret: string }

const FIELDS = SUBJECT_NAMES.flatMap((subject) => fieldsOf(subject).map((field) => `${subject}.${field}`))
const WRITTEN = FIELDS.filter((field) => CHANGES[field])
const PLAN = { date: '2031-05-05', from: '10:00', to: '12:00', assigneeId: null }

/** A company, and a colleague of it to whom one field is open as far as `level`. */
async function setting(field: string, level: FieldLevel): Promise<Writer> {
  const [subject, name] = placeOf(field)
  const world = await makeWorld(WORDS as never)
  const one = await makeMemberWith(world, 'admin', { fields: { [subject]: { [name]: level } } })
  const secret = await world.inside(() => AccessToken.mint(one.user, 'Writer'))
  return { ...world, identity: one.identity, secret }
}

/** Every way to change or make a record of a subject: the request without the field, and the record it is about. */
const DOORS: Partial<Record<Subject, (client: ApiClient, w: Writer) => Door[]>> = {
  customers: (client, w) => [
    over(
      'the page',
      () => w.customer(),
      (id, body) => page(w, client.put(w.path(`/customers/${id}`)), body)
    ),
    over(
      'the API',
      () => w.customer(),
      (id, body) => api(w, client.put(`/api/customers/${id}`), body)
    ),
    anew('the page', (body) => page(w, client.post(w.path('/customers')), body)),
    anew('the field screens', (body) => page(w, client.post(w.path('/field/customers')), body)),
    anew('the API', (body) => api(w, client.post('/api/customers'), body)),
  ],
  leads: (client, w) => [
    over(
      'the API',
      () => w.lead(),
      (id, body) => api(w, client.patch(`/api/leads/${id}`), body)
    ),
    anew('the page', (body) => page(w, client.post(w.path('/leads')), body)),
    anew('the API', (body) => api(w, client.post('/api/leads'), body)),
  ],
  orders: (client, w) => [
    over(
      'the page',
      () => w.order(),
      async (id, body) => {
        const [visit] = await w.inside(async () => (await Order.findOrFail(id)).related('visits').query())
        return page(w, client.put(w.path(`/orders/${id}/visits/${visit.id}`)), body)
      }
    ),
    anew('the page', async (body) => {
      const { id } = await w.lead()
      return page(w, client.post(w.path(`/leads/${id}/conversion`)), body)
    }),
  ],
}

type Door = {
  door: string
  isNew: boolean
  make: () => Promise<{ id: string }>
  send: (id: string, body: object) => Promise<Omit<Sent, 'door'>>
}
const over = (door: string, make: Door['make'], send: Door['send']): Door => ({
  door: `a change by ${door}`,
  isNew: false,
  make,
  send,
})
const anew = (door: string, send: (body: object) => Promise<Omit<Sent, 'door'>>): Door => ({
  door: `a new one by ${door}`,
  isNew: true,
  make: async () => ({ id: '' }),
  send: (_, body) => send(body),
})

type Request = ReturnType<ApiClient['post']>
const page = async (w: Writer, request: Request, body: object) => ({
  answer: await request.json(body).loginAs(w.identity).withCsrfToken().withInertia().redirects(0),
  isApi: false,
})
const api = async (w: Writer, request: Request, body: object) => ({
  answer: await request.json(body).bearerToken(w.secret).accept('json'),
  isApi: true,
})

const BASE: Partial<Record<Subject, Record<string, unknown>>> = {
  customers: { name: 'Cleo', ...WORDS.customer, isAnother: true },
  leads: {
    contactName: 'Ann',
    contactPhone: WORDS.contact.phone,
    contactEmail: WORDS.contact.email,
    address: WORDS.contact.address,
    summary: 'Leak',
  },
  orders: { ...PLAN, note: WORDS.note },
}
const KEYS: Record<string, string[]> = {
  'customers.address': ['street', 'unit', 'postcode', 'city', 'region', 'country'],
}
/** A good request that says nothing of one field. */
function without(field: string) {
  const [subject] = placeOf(field)
  const left = new Set(KEYS[field] ?? [CHANGES[field]!.key])
  return Object.fromEntries(Object.entries(BASE[subject]!).filter(([key]) => !left.has(key)))
}

const isTaken = ({ answer, isApi }: Omit<Sent, 'door'>) =>
  isApi ? answer.status() < 300 : answer.status() < 400 && !formErrors(answer)
const problemOf = ({ answer, isApi }: Omit<Sent, 'door'>, key: string): string | undefined =>
  isApi
    ? (answer.body().errors as { pointer: string; detail: string }[])?.find(
        (one) => one.pointer === `#/${key}`
      )?.detail
    : formErrors(answer)?.[key]?.[0]

/** All of a company's records of the three subjects as text, to see whether anything was changed. */
const everything = (w: World) =>
  w.inside(async () =>
    JSON.stringify([
      await Customer.query().orderBy('id').pojo(),
      await Lead.query().orderBy('id').pojo(),
      await Order.query().orderBy('id').preload('visits'),
    ])
  )

test.group('A field that a role locks or hides', () => {
  test('has a case here for its changes, or a word that nobody writes it', ({ assert }) => {
    assert.sameMembers(Object.keys(CHANGES), FIELDS, 'say in field_canaries.ts how it is written')
    for (const field of WRITTEN) assert.property(DOORS, placeOf(field)[0])
  })

  for (const field of WRITTEN) {
    const { key, same, other } = CHANGES[field]!

    test(`${field}: may be left out, and then stays as it is`, async ({ client, assert }) => {
      for (const level of ['read', 'none'] as const) {
        const w = await setting(field, level)
        for (const { door, make, send } of DOORS[placeOf(field)[0]]!(client, w)) {
          const { id } = await make()
          const sent = await send(id, without(field))
          assert.isTrue(isTaken(sent), `${level}, ${door}: ${sent.answer.text()}`)
          if (id) assert.include(await everything(w), WORDS_OF[field], `${level}, ${door}`)
        }
      }
    })

    test(`${field}: changed, it is refused by name and nothing happens`, async ({ client, assert }) => {
      for (const level of ['read', 'none'] as const) {
        const w = await setting(field, level)
        for (const { door, make, send } of DOORS[placeOf(field)[0]]!(client, w)) {
          const { id } = await make()
          const before = door.includes('conversion') ? '' : await everything(w)
          const sent = await send(id, { ...without(field), [key]: other })
          assert.isFalse(isTaken(sent), `${level}, ${door}`)
          assert.match(
            problemOf(sent, key) ?? '',
            /^Your role (hides|lets you see) the /,
            `${level}, ${door}`
          )
          if (id) assert.equal(await everything(w), before, `${level}, ${door}`)
        }
      }
    })

    test(`${field}: unchanged, it passes where it is seen, and tells nothing where it is hidden`, async ({
      client,
      assert,
    }) => {
      for (const level of ['read', 'none'] as const) {
        const w = await setting(field, level)
        for (const { door, isNew, make, send } of DOORS[placeOf(field)[0]]!(client, w)) {
          if (isNew) continue
          const { id } = await make()
          const sent = await send(id, { ...without(field), [key]: same })
          assert.equal(isTaken(sent), level === 'read', `${level}, ${door}`)
          if (level === 'none') {
            const wrong = await send(id, { ...without(field), [key]: other })
            assert.equal(problemOf(wrong, key), problemOf(sent, key), 'the same answer to a right guess')
          }
        }
      }
    })

    test(`${field}: open, it is changed, and a whole record has to say it`, async ({ client, assert }) => {
      const w = await setting(field, 'edit')
      for (const { door, make, send } of DOORS[placeOf(field)[0]]!(client, w)) {
        const { id } = await make()
        if (id && field.startsWith('customers'))
          assert.equal(problemOf(await send(id, without(field)), key), 'Fill this in.', door)
        const sent = await send(id, { ...BASE[placeOf(field)[0]], [key]: other })
        assert.isTrue(isTaken(sent), `${door}: ${sent.answer.text()}`)
        const kept = key.toLowerCase().includes('phone') ? '+13035550199' : other
        assert.include(await everything(w), kept, door)
      }
    })
  }

  test('does not come to light by way of a lead for a known customer', async ({ client, assert }) => {
    const w = await setting('customers.phone', 'none')
    const customer = await w.customer()
    const { answer } = await api(w, client.post('/api/leads'), {
      contactName: 'Cleo',
      contactEmail: 'cleo@example.com',
      summary: 'Drip',
      customerId: customer.id,
    })
    answer.assertStatus(201)
    assert.isNull(answer.body().data.contactPhone)
    assert.include(answer.body().data.address, 'Streetcanary')
  })

  test('does not come to light by the question whether a customer is known already', async ({
    client,
    assert,
  }) => {
    const w = await setting('customers.phone', 'none')
    await w.customer()
    const { answer } = await api(w, client.post('/api/customers'), {
      ...without('customers.phone'),
      email: null,
      postcode: null,
      phone: WORDS.customer.phone,
      isAnother: false,
    })
    answer.assertStatus(422)
    assert.notInclude(answer.text(), 'may be a customer')
  })

  test('asks nobody for a way to answer whose role hides both of them', async ({ client }) => {
    const world = await makeWorld()
    const one = await makeMemberWith(world, 'admin', { fields: { leads: { phone: 'none', email: 'read' } } })
    const secret = await world.inside(() => AccessToken.mint(one.user, 'Writer'))
    const w = { ...world, identity: one.identity, secret }
    const { answer } = await api(w, client.post('/api/leads'), { contactName: 'Ann', summary: 'Leak' })
    answer.assertStatus(201)
  })
})

const WORDS_OF: Record<string, string> = {
  'leads.phone': WORDS.contact.phone,
  'leads.email': WORDS.contact.email,
  'leads.address': WORDS.contact.address,
  'orders.note': WORDS.note,
  'customers.phone': WORDS.customer.phone,
  'customers.email': WORDS.customer.email,
  'customers.address': WORDS.customer.street,
  'customers.notes': WORDS.customer.notes,
}
