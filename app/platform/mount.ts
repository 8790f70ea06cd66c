import { HttpContext, type Router } from '@adonisjs/core/http'
import { createUrlBuilder } from '@adonisjs/core/http/url_builder_client'

const MOUNT = /^\/c\/([a-z0-9-]+)(?=\/|$)/

/** The part of a path that names the company: `/c/acme` of `/c/acme/leads`, or nothing. */
export const mountOf = (path: string) => MOUNT.exec(path)?.[0] ?? ''
export const slugOf = (path: string) => MOUNT.exec(path)?.[1]
export const mountFor = (slug: string) => `/c/${slug}`

/** Routes that live under a company say so with this middleware name. */
export const TENANT_MIDDLEWARE = 'tenant'

/**
 * Only matching sees the path without the company; `request.url()` stays true. A tenant route without a company,
 * and any other route under one, match nothing.
 */
export function mountCompanies(router: Router) {
  const match = router.match.bind(router)
  router.match = (url, ...rest) => {
    const mount = mountOf(url)
    const matched = match(url.slice(mount.length) || '/', ...rest)
    return matched && isTenantRoute(matched.route) === (mount !== '') ? matched : null
  }
  const prefix = {
    get prefixUrl() {
      return mountOf(HttpContext.get()?.request.url() ?? '')
    },
  }
  router.urlBuilder.urlFor = createUrlBuilder(
    () => router.toJSON(),
    (query) => router.qs.stringify(query),
    prefix
  ) as typeof router.urlBuilder.urlFor
}

type Middlewares = { middleware: { all(): Iterable<unknown> } }

export function isTenantRoute(route: Middlewares) {
  for (const one of route.middleware.all()) {
    if (typeof one === 'object' && one && 'name' in one && one.name === TENANT_MIDDLEWARE) return true
  }
  return false
}
