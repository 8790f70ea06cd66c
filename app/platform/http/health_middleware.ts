import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { readiness } from '#app/platform/http/health_checks'

/**
 * Answers `/health/live` (this process is alive: asks nobody, so that a broken database restarts no web process) and
 * `/health/ready` (it can serve: a balancer sends it traffic while the answer is 200). Not routes: a route would
 * open a session for each probe, in the very database that may be gone.
 */
export default class HealthMiddleware {
  async handle({ request, response }: HttpContext, next: NextFn) {
    const path = request.url()
    if (!path.startsWith('/health/')) return next()
    response.header('Cache-Control', 'no-store')
    if (path === '/health/live') {
      response.json({ status: 'ok' })
    } else if (path === '/health/ready') {
      const { isHealthy, status, checks } = await readiness.run()
      response.status(isHealthy ? 200 : 503).json({ isHealthy, status, checks })
    } else {
      return next()
    }
  }
}
