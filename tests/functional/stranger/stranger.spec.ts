import { test } from '@japa/runner'
import type { ApiClient, ApiRequest } from '@japa/api-client'
import type { Assert } from '@japa/assert'
import router from '@adonisjs/core/services/router'
import { isTenantRoute } from '#app/platform/http/mount'
import { withoutFilter } from '#tests/unguarded'
import { makeWorld, type World } from '#tests/functional/stranger/world'
import { fingerprint, withoutPolicies } from '#tests/functional/stranger/wall'
import {
  CASES,
  WITHOUT_COMPANY,
  type Case,
  type Leaves,
  type Sending,
} from '#tests/functional/stranger/cases'

type RouteJson = ReturnType<typeof router.toJSON>[string][number]
type Place = keyof Sending

const routes = () =>
  Object.values(router.toJSON())
    .flat()
    .filter((route) => !route.pattern.startsWith('/__transmit') && !route.pattern.startsWith('/uploads'))
const methodOf = (route: RouteJson) => route.methods.find((method) => method !== 'HEAD')!
const isExempt = (route: RouteJson) =>
  Object.keys(WITHOUT_COMPANY).some((start) => route.name?.startsWith(start)) && !isTenantRoute(route)

/** One wall at a time stands, so that each is seen to hold alone. */
const VARIANTS: { name: string; enter: () => Promise<() => unknown> }[] = [
  { name: 'without the filter of the application', enter: async () => withoutFilter() },
  { name: 'without the policies of the database', enter: () => withoutPolicies() },
]

test('every route that opens a company has a stranger case', ({ assert }) => {
  const missing = routes().filter((route) => !isExempt(route) && !(route.name! in CASES))
  assert.deepEqual(
    missing.map(({ name, pattern }) => name ?? pattern),
    []
  )
  const gone = Object.keys(CASES).filter((name) => !routes().some((route) => route.name === name))
  assert.deepEqual(gone, [])
})

for (const variant of VARIANTS) {
  test.group(`A stranger, ${variant.name}`, (group) => {
    let mine: World
    let other: World

    group.setup(async () => {
      mine = await makeWorld()
      other = await makeWorld()
      const leave = await variant.enter()
      return async () => {
        await leave()
      }
    })

    for (const [name, one] of Object.entries(CASES)) {
      test(`${name}: own ids succeed, the other company's answer 404 and change nothing`, async ({
        client,
        assert,
      }) => {
        const route = routes().find((candidate) => candidate.name === name)!
        const visitor = new Visitor(client, assert, route, one)
        await visitor.succeeds(mine, other)
        await visitor.isRefused(mine, other)
      }).skip(variant.name.includes('policies') && one.rawSql !== undefined, one.rawSql)
    }
  })
}

/** Files come back as bytes. */
const textOf = (response: { text(): string | undefined; body(): unknown }) =>
  response.text() ?? String(response.body())

class Visitor {
  constructor(
    private client: ApiClient,
    private assert: Assert,
    private route: RouteJson,
    private one: Case
  ) {}

  async succeeds(mine: World, other: World) {
    const response = await this.#request(mine, await this.one.send(mine))
    if (this.one.refusedWith) this.assert.equal(response.status(), this.one.refusedWith)
    else this.assert.isBelow(response.status(), 400, `own ids: ${textOf(response).slice(0, 300)}`)
    this.assert.notMatch(response.header('location') ?? '', /\/login$/)
    if (this.one.as !== 'api' && !this.one.refusedWith)
      this.assert.notProperty(response.flashMessages(), 'error')
    this.#assertNothingLeaked(response, other)
  }

  async isRefused(mine: World, other: World) {
    const [own, foreign] = [await this.one.send(mine), await this.one.send(other)]
    const both = [mine.tenant.id, other.tenant.id]
    const before = await fingerprint(both)
    for (const { what, sending, at } of this.#smuggled(own, foreign, mine, other)) {
      const response = await this.#request(mine, sending, at)
      const isSealed = this.one.isSealed && what.startsWith('body.')
      this.assert.equal(response.status(), isSealed ? 422 : 404, `${what}: ${textOf(response).slice(0, 300)}`)
      this.#assertNothingLeaked(response, other)
      this.assert.deepEqual(await fingerprint(both), before, what)
    }
  }

  /** The other company's own address with its own ids; then, one by one, its ids at the address of one's own. */
  *#smuggled(own: Sending, foreign: Sending, mine: World, other: World) {
    if (isTenantRoute(this.route)) yield { what: 'the other company', sending: foreign, at: other }
    for (const place of ['params', 'qs', 'body'] as const)
      for (const [key, value] of Object.entries(own[place] ?? {}) as [string, unknown][])
        if (isId(value) && !same(own, foreign, place, key)) {
          const theirs = { ...own[place], [key]: (foreign[place] as Leaves)[key] }
          yield { what: `${place}.${key}`, sending: { ...own, [place]: theirs }, at: mine }
        }
  }

  #assertNothingLeaked(response: { text(): string; body(): unknown; headers(): object }, other: World) {
    this.assert.notInclude(textOf(response) + JSON.stringify(response.headers()), other.mark)
  }

  #request(mine: World, { params = {}, qs = {}, body, file }: Sending, at = mine) {
    const path = this.route.pattern.replace(/:(\w+)/g, (_, name) => params[name])
    const url = isTenantRoute(this.route) ? at.path(path === '/' ? '' : path) : path
    const request = this.client.request(url, methodOf(this.route)).qs(qs).redirects(0)
    if (body) request.json(body)
    if (file) request.file(file.field, file.content, { filename: file.filename })
    return this.#as(mine, request)
  }

  #as(mine: World, request: ApiRequest) {
    if (this.one.as === 'api') return request.bearerToken(mine.token).accept('json')
    if (this.one.as === 'customer') return request.withCsrfToken()
    return request
      .loginAs((this.one.as === 'admin' ? mine.admin : mine.fieldUser).identity)
      .withCsrfToken()
      .withInertia()
  }
}

const ID = /^([0-9a-f]{8}-[0-9a-f-]{27}|[\w-]{22,})$/i
const isId = (value: unknown) => Array.isArray(value) || (typeof value === 'string' && ID.test(value))
const same = (own: Sending, foreign: Sending, place: Place, key: string) =>
  JSON.stringify((own[place] as Leaves)[key]) ===
  JSON.stringify((foreign[place] as Leaves | undefined)?.[key])
