import { HttpContext, type Router } from '@adonisjs/core/http'
import { createUrlBuilder } from '@adonisjs/core/http/url_builder_client'

const MOUNT = /^\/c\/([a-z0-9-]+)(?=\/|$)/

/** The part of a path that names the company: `/c/acme` of `/c/acme/leads`, or nothing. */
export const mountOf = (path: string) => MOUNT.exec(path)?.[0] ?? ''
export const slugOf = (path: string) => MOUNT.exec(path)?.[1]
export const mountFor = (slug: string) => `/c/${slug}`

/** Routes that live under a company say so with this middleware name. */
export const TENANT_MIDDLEWARE = 'tenant'

/** Where `/c/acme` itself leads. */
const LANDING = '/home'

/**
 * Only matching sees the path without the company; `request.url()` stays true. A tenant route without a company,
 * and any other route under one, match nothing.
 */
export function mountCompanies(router: Router) {
  const match = router.match.bind(router)
  router.match = (url, ...rest) => {
    const mount = mountOf(url)
    const path = url.slice(mount.length)
    const matched = match(mount && path.length < 2 ? LANDING : path || '/', ...rest)
    return matched && isTenantRoute(matched.route) === (mount !== '') ? matched : null
  }
  const build = createUrlBuilder(
    () => router.toJSON(),
    (query) => router.qs.stringify(query)
  )
  router.urlBuilder.urlFor = new Proxy(build, {
    apply: (_, __, [name, params, options]) =>
      build(name, params, { prefixUrl: prefixFor(router, name), ...options }),
    get: (_, method: 'get') => (name: never, params: never, options: object) =>
      build[method](name, params, { prefixUrl: prefixFor(router, name), ...options }),
  }) as typeof router.urlBuilder.urlFor
}

/** Names of the routes that stand outside companies; the browser's URL builder needs them. */
export function globalRouteNames(router: Router) {
  return Object.values(router.toJSON())
    .flat()
    .filter((route) => route.name && !isTenantRoute(route))
    .map((route) => route.name)
}

function prefixFor(router: Router, name: string) {
  const route = router.find(name)
  return route && isTenantRoute(route) ? mountOf(HttpContext.get()?.request.url() ?? '') : ''
}

type Middlewares = { middleware: { all(): Iterable<unknown> } }

export function isTenantRoute(route: Middlewares) {
  for (const one of route.middleware.all()) {
    if (typeof one === 'object' && one && 'name' in one && one.name === TENANT_MIDDLEWARE) return true
  }
  return false
}
