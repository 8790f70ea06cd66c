import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { isTenantRoute } from '#app/platform/http/mount'
import { requestTimes } from '#app/platform/http/request_times'

/** One log line for every request that a route answered; its tenant and user come with the context's logger. */
export default class AccessLogMiddleware {
  async handle(ctx: HttpContext, next: NextFn) {
    const startedAt = performance.now()
    ctx.response.onFinish(() => {
      const line = accessLine(ctx)
      if (!line) return
      const ms = performance.now() - startedAt
      ctx.logger.info({ ...line, ms: Math.round(ms) }, 'request')
      const { method, route = 'unnamed', status } = line
      requestTimes.observe({ method, route, status }, ms / 1000)
    })
    return next()
  }
}

/**
 * Addresses outside companies may be secrets by themselves (invitations, printed codes, status pages), so those are
 * logged as their pattern only.
 */
export function accessLine({ request, response, route }: HttpContext) {
  if (!route) return null
  return {
    method: request.method(),
    path: isTenantRoute(route) ? request.url() : route.pattern,
    route: route.name,
    status: response.getStatus(),
    ip: request.ip(),
  }
}
