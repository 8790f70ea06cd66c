import type { ApiClient } from '@japa/api-client'
import router from '@adonisjs/core/services/router'
import { isTenantRoute } from '#app/platform/http/mount'
import { CASES, type Sending } from '#tests/functional/stranger/cases'
import type { World } from '#tests/functional/stranger/world'

const routeOf = (name: string) =>
  Object.values(router.toJSON())
    .flat()
    .find((one) => one.name === name)!

/** The routes of a company whose answers are for members. */
export const DOORS = Object.keys(CASES).filter((name) => CASES[name].as !== 'customer')

/** A door that is only looked through. */
export const opens = (name: string) => routeOf(name).methods.includes('GET')

/** What the people of a world are told at a door; `bare` leaves the filters of a list away. */
export async function visit(client: ApiClient, world: World, name: string, { bare = false } = {}) {
  const route = routeOf(name)
  const method = route.methods.find((one) => one !== 'HEAD')!
  const { as, send } = CASES[name]
  const { params = {}, qs = {}, body, file }: Sending = await send(world)
  const path = route.pattern.replace(/:(\w+)/g, (_, key) => params[key])
  const url = isTenantRoute(route) ? world.path(path === '/' ? '' : path) : path
  const request = client
    .request(url, method)
    .qs(bare ? {} : qs)
    .redirects(0)
  if (body) request.json(body)
  if (file) request.file(file.field, file.content, { filename: file.filename })
  if (as === 'api') request.bearerToken(world.token).accept('json')
  else
    request
      .loginAs((as === 'admin' ? world.admin : world.fieldUser).identity)
      .withCsrfToken()
      .withInertia()
  const response = await request
  const flashed = as === 'api' ? '' : JSON.stringify(response.flashMessages())
  const text = response.text() ?? String(response.body())
  const isFiltered = Object.keys(qs).length > 0
  return { isFiltered, status: response.status(), said: text + JSON.stringify(response.headers()) + flashed }
}
