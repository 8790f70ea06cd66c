import { createTuyau } from '@tuyau/core/client'
import { registry } from '@generated/registry'

/** The company part of the address bar: `/c/acme` on `/c/acme/leads`, or nothing. */
export const mountOf = (path: string) => /^\/c\/[a-z0-9-]+(?=\/|$)/.exec(path)?.[0] ?? ''

const bare = createTuyau({ baseUrl: window.location.origin, registry })

const globalRoutes = new Set<string>(JSON.parse(document.getElementById('global-routes')!.textContent))
const prefixFor = (route: string) => (globalRoutes.has(route) ? '' : mountOf(window.location.pathname))

type Build = (route: string, params?: unknown, options?: object) => unknown

// Route patterns are written without the company; links put back the one in the address bar.
const mounted = new Proxy(bare.urlFor, {
  apply: (build, _, [route, params, options]) =>
    (build as Build)(route, params, { prefixUrl: prefixFor(route), ...options }),
  get: (build, method) => (route: string, params?: unknown, options?: object) =>
    (Reflect.get(build, method) as Build)(route, params, { prefixUrl: prefixFor(route), ...options }),
})

export const urlFor = mounted
export const client = new Proxy(bare, {
  get: (target, key) => (key === 'urlFor' ? mounted : Reflect.get(target, key, target)),
})

/** Whether this build knows the route. */
export const hasRoute = (route: string) => route in registry.routes

/** The path of a route known by a string only, such as a destination of the navigation. */
export const pathOf = (route: string) => (mounted as unknown as (route: string) => string)(route)
