import router from '@adonisjs/core/services/router'
import type { ApiClient, ApiRequest } from '@japa/api-client'
import type Identity from '#app/identity/identity'
import { isForPrograms } from '#app/platform/http/for_browsers'
import { isTenantRoute } from '#app/platform/http/mount'
import type { Leaves } from '#tests/functional/stranger/cases'
import { somewhere } from '#tests/functional/requests/setting'
import { owner } from '#tests/security/database_print'
import { ATTEMPTS, type Attempt, type Knock as Sending, type Target } from '#tests/security/cases'

export type Route = ReturnType<typeof router.toJSON>[string][number]

const NOT_OURS = ['/__transmit', '/uploads']

/** Every route of the product, as the router knows it. */
export const routes = () =>
  Object.values(router.toJSON())
    .flat()
    .filter(({ pattern }) => !NOT_OURS.some((start) => pattern.startsWith(start)))

export const methodOf = (route: Route) => route.methods.find((method) => method !== 'HEAD')!
export const writes = (route: Route) => methodOf(route) !== 'GET'
export const isApi = (route: Route) => isForPrograms(route.pattern)
export const attemptOn = (route: Route): Attempt => ATTEMPTS[route.name!]

/** The address of one request, below the company when the route lives there. */
export function addressOf(route: Route, target: Target, { params = {} }: Sending) {
  const path = route.pattern.replace(/:(\w+)/g, (_, name) => encodeURIComponent(params[name] ?? ''))
  return isTenantRoute(route) ? target.path(path === '/' ? '' : path) : path
}

type Knock = { route: Route; target: Target; sending: Sending; hasToken?: boolean }

/** The request as its persona would make it, with its session and, unless said otherwise, its CSRF token. */
export function knock(client: ApiClient, { route, target, sending, hasToken = true }: Knock) {
  const request = client
    .request(addressOf(route, target, sending), methodOf(route))
    .qs(sending.qs ?? {})
    .redirects(0)
    .header('x-forwarded-for', somewhere())
  if (sending.file) {
    request.file(sending.file.field, sending.file.content, { filename: sending.file.filename })
    if (sending.body) request.fields(flat(sending.body))
  } else if (sending.body) {
    request.json(sending.body)
  }
  return isApi(route)
    ? request.accept('json').header(...bearer(route, target, sending))
    : signIn(request, attemptOn(route), target, hasToken)
}

/** What a form with files can carry beside them. */
const flat = (body: Leaves) =>
  Object.fromEntries(Object.entries(body).filter(([, value]) => typeof value !== 'object')) as Record<
    string,
    string
  >

function bearer(route: Route, target: Target, { token = target.token }: Sending): [string, string] {
  return attemptOn(route).as === 'api' ? ['authorization', `Bearer ${token}`] : ['x-none', '']
}

function signIn(request: ApiRequest, { as }: Attempt, target: Target, hasToken: boolean) {
  const { admin, fieldUser, superUser } = target
  const persons: Partial<Record<typeof as, Identity>> = {
    admin: admin.identity,
    fieldUser: fieldUser.identity,
    superUser,
  }
  if (hasToken) request.withCsrfToken()
  const person = persons[as]
  return person ? request.loginAs(person).withInertia() : request
}

export type Column = { table: string; column: string; type: string; choices: string[] }

/** Every column of every table, with the words that a check allows it. */
export async function columns(): Promise<Column[]> {
  const { rows } = await owner().rawQuery<{ rows: (Column & { check: string | null })[] }>(
    `select c.relname as table, a.attname as column, format_type(a.atttypid, null) as type,
            (select string_agg(pg_get_constraintdef(k.oid), ' ') from pg_constraint k
             where k.conrelid = c.oid and k.contype = 'c' and k.conkey = array[a.attnum]) as check
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
     order by 1, a.attnum`
  )
  return rows.map(({ check, ...column }) => ({
    ...column,
    choices: [...(check ?? '').matchAll(/'([a-z_]+)'::(?:text|character varying)/g)].map(([, word]) => word),
  }))
}

export const routeNamed = (name: string) => routes().find((route) => route.name === name)!
/** Names of routes, for the data set of a test: the router knows them only once the suite runs. */
export const namesOf = (isMeant: (route: Route) => boolean) => () =>
  routes()
    .filter((route) => route.name! in ATTEMPTS && isMeant(route))
    .map(({ name }) => name!)

/** Every other of them, for attacks that ask each route many times; the suite `security-long` tries all. */
export const everyOtherOf = (isMeant: (route: Route) => boolean) => () => sampleOf(namesOf(isMeant)(), 2)

let turn = 0
/** A third of a long list, or less, another part each time; the suite `security-long` tries the whole of it everywhere. */
export function sampleOf<One>(all: One[], parts = 3) {
  turn++
  return process.env.ATTACKS === 'all' ? all : all.filter((_, at) => (at + turn) % parts === 0)
}
