import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { tracing } from '#app/platform/telemetry/tracing'

/** Each request begins a trace of its own, whatever it says itself. Addresses can be secrets, so the route stands for them. */
export default class TracingMiddleware {
  handle(ctx: HttpContext, next: NextFn) {
    const { request, response } = ctx
    const method = request.method()
    return tracing.begin(method, { kind: 'server', parent: null }, (span) => {
      // What no route answered (assets, health, figures) is let go unended, so that it is not sent.
      response.onFinish(() => {
        if (!span || !ctx.route) return
        const status = response.getStatus()
        span.rename(`${method} ${ctx.route.pattern}`)
        span.end(
          {
            'http.request.method': method,
            'http.route': ctx.route.pattern,
            'http.response.status_code': status,
            'latchkey.request_id': request.id() ?? '',
          },
          status >= 500 ? { code: String(status) } : undefined
        )
      })
      return next()
    })
  }
}
