import { test } from '@japa/runner'
import { randomUUID } from 'node:crypto'
import { validate } from 'uuid'
import addFormats from 'ajv-formats'
import { Ajv2020 } from 'ajv/dist/2020.js'
import type { Assert } from '@japa/assert'
import type { ApiClient, ApiResponse } from '@japa/api-client'
import router from '@adonisjs/core/services/router'
import { contract } from '#app/api/contract'
import type { DocumentedOperation } from '#app/api/openapi'
import { PASSWORD, unique } from '#tests/factories'
import { CASES, type Sending } from '#tests/functional/stranger/cases'
import { makeWorld, type World } from '#tests/functional/stranger/world'
import { documentedRoutes } from '../../../bin/openapi/document.js'

type Operation = DocumentedOperation & { method: string; path: string }

/** Routes below /api that describe it. */
const ABOUT = ['api.docs.show', 'api.descriptions.show']
const OPERATIONS: Operation[] = Object.entries(contract().paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ ...operation, method: method.toUpperCase(), path }))
)
const ajv = addFormats.default(new Ajv2020({ strict: false, allErrors: true }))
ajv.addSchema(contract(), 'api')

/** Those whose good request is no company's own, so that the stranger does not know it. */
const SIGN_IN: Record<string, (world: World, client: ApiClient) => Promise<Sending & { token?: string }>> = {
  login: async ({ admin }) => ({ body: { email: admin.identity.email, password: PASSWORD } }),
  register: async () => ({
    body: {
      companyName: 'Northside Roofing',
      slug: unique('new'),
      timeZone: 'America/Toronto',
      country: 'CA',
      currency: 'CAD',
      name: 'Frida Founder',
      email: `${unique('founder')}@example.com`,
      password: 'another fine secret',
    },
  }),
  refresh: async (world, client) => ({ body: { refreshToken: (await signIn(world, client)).refreshToken } }),
  logout: async (world, client) => ({ token: (await signIn(world, client)).accessToken }),
}

test.group('The API is as it is described', (group) => {
  let world: World
  group.setup(async () => {
    world = await makeWorld()
  })

  for (const operation of OPERATIONS) {
    const { method, path, operationId } = operation
    test(`${method} ${path} (${operationId})`, async ({ client, assert }) => {
      const driver = new Driver(client, assert, operation, world)
      await driver.succeeds()
      await driver.isRefused()
    })
  }
})

test.group('The description of the API', () => {
  test('knows every route below /api, and no other', ({ assert }) => {
    const routes = Object.values(router.toJSON()).flat()
    const below = routes.filter(({ pattern, name }) => /^\/api(\/|$)/.test(pattern) && !ABOUT.includes(name!))
    const described = new Set(documentedRoutes().map(({ route }) => route.name))
    assert.deepEqual(
      below.filter(({ name }) => !described.has(name)).map(({ pattern }) => pattern),
      []
    )
    assert.sameMembers([...new Set(OPERATIONS.map((one) => one['x-route']))], [...described] as string[])
  })

  test('gives every operation a name of its own and says what it does', ({ assert }) => {
    const ids = OPERATIONS.map(({ operationId }) => operationId)
    assert.lengthOf(new Set(ids), ids.length)
    for (const { summary, operationId } of OPERATIONS) assert.match(summary, /^[A-Z].{3,}[^.]$/, operationId)
  })

  test('is served to programs and, without any script, to people', async ({ client, assert }) => {
    const document = await client.get('/api/openapi.json')
    document.assertStatus(200)
    assert.deepEqual(document.body(), JSON.parse(JSON.stringify(contract())))
    const page = await client.get('/api/docs')
    page.assertStatus(200)
    const policy = page.header('content-security-policy')!
    assert.include(policy, "default-src 'none'")
    assert.notInclude(policy, 'script-src')
    const html = page.text()
    assert.notInclude(html, '<script')
    for (const { operationId } of OPERATIONS) assert.include(html, `id="${operationId}"`)
  })

  test('explains every problem at the address that its type names', async ({ client, assert }) => {
    const html = (await client.get('/api/docs')).text()
    const problems = [
      await client.get('/api/leads'),
      await client.get('/api/nowhere'),
      await client.post('/api/auth/login').json({}),
      await client.post('/api/auth/refresh').json({ refreshToken: 'lkr_x' }),
    ]
    for (const answer of problems) {
      assert.match(answer.header('content-type')!, /^application\/problem\+json/)
      const [page, anchor] = new URL(answer.body().type).href.split('#')
      assert.match(page, /\/api\/docs$/)
      assert.include(html, `id="${anchor}"`, answer.body().code)
    }
  })
})

class Driver {
  constructor(
    private client: ApiClient,
    private assert: Assert,
    private operation: Operation,
    private world: World
  ) {}

  async succeeds() {
    const answer = await this.#request(await this.#sending())
    this.assert.isBelow(answer.status(), 300, answer.text())
    this.#matches(answer)
  }

  /** Each by another way of being wrong, as far as the operation knows it. */
  async isRefused() {
    const { security, parameters = [], requestBody } = this.operation
    const sending = await this.#sending()
    const isAddressed = parameters.some((one) => one.in === 'path')
    if (security.length > 0) this.#matches(await this.#request({ ...sending, token: 'lk_wrong' }), 401)
    if (isAddressed) {
      const params = Object.fromEntries(
        Object.entries(sending.params!).map(([name, one]) => [name, validate(one) ? randomUUID() : one])
      )
      this.#matches(await this.#request({ ...sending, params }), 404)
    }
    if (requestBody?.content['application/json']?.schema.required?.length)
      this.#matches(await this.#request({ ...(await this.#sending()), body: {} }), 422)
    if (parameters.some((one) => one.name === 'limit'))
      this.#matches(await this.#request({ ...sending, qs: { ...sending.qs, limit: '0' } }), 422)
    if (parameters.some((one) => (one as { $ref?: string }).$ref?.endsWith('/IfMatch')))
      this.#matches(await this.#request(await this.#sending(), { 'If-Match': '"stale"' }), 412)
  }

  async #sending(): Promise<Sending & { token?: string }> {
    const { operationId } = this.operation
    const route = this.operation['x-route']
    const known = SIGN_IN[operationId]
    return known ? known(this.world, this.client) : CASES[route].send(this.world)
  }

  #request({ params = {}, qs = {}, body, file, token }: Sending & { token?: string }, headers = {}) {
    const { method, path, security } = this.operation
    const request = this.client
      .request(
        path.replace(/\{(\w+)\}/g, (_, name) => params[name]),
        method
      )
      .qs(qs)
      .headers(headers)
    if (body) request.json(body)
    if (file) request.file(file.field, file.content, { filename: file.filename })
    return security.length > 0 ? request.bearerToken(token ?? this.world.token) : request
  }

  #matches(answer: ApiResponse, status = answer.status()) {
    const { responses, method, path } = this.operation
    this.assert.equal(answer.status(), status, answer.text())
    const described = responses[status]
    this.assert.isDefined(described, `${status} is not described`)
    const kind = answer.header('content-type')?.split(';')[0] ?? ''
    if (!described.content) return this.assert.notOk(answer.text())
    this.assert.property(described.content, kind)
    const at = [path, method.toLowerCase(), 'responses', String(status), 'content', kind, 'schema']
    const pointer = at.map((part) => part.replaceAll('~', '~0').replaceAll('/', '~1')).join('/')
    const validate = ajv.compile({ $ref: `api#/paths/${pointer}` })
    validate(answer.body())
    this.assert.deepEqual(validate.errors ?? [], [], `${method} ${path} ${status}`)
    if (status >= 400) this.assert.include(described.description, answer.body().code)
    for (const name of Object.keys(described.headers ?? {}))
      if (name !== 'Link') this.assert.property(answer.headers(), name.toLowerCase())
  }
}

async function signIn({ admin }: World, client: ApiClient) {
  const answer = await client
    .post('/api/auth/login')
    .json({ email: admin.identity.email, password: PASSWORD })
  return answer.body().data as { accessToken: string; refreshToken: string }
}
