import { timingSafeEqual } from 'node:crypto'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { metricsToken } from '#config/metrics'
import { hashOf } from '#app/platform/secret'

/** Answers `/metrics` to whoever has the operator's token. Not a route: a route would open a session for each reading. */
export default class MetricsMiddleware {
  async handle({ request, response }: HttpContext, next: NextFn) {
    if (request.url() !== '/metrics' || !metricsToken) return next()
    const [, given = ''] = /^Bearer (.+)$/i.exec(request.header('authorization', '')!) ?? []
    if (!isSame(given, metricsToken)) {
      return response.status(401).header('WWW-Authenticate', 'Bearer').send('')
    }
    const { readFigures } = await import('#app/operations/figures')
    const { type, text } = await readFigures()
    response.header('Cache-Control', 'no-store').header('Content-Type', type).send(text)
  }
}

const isSame = (one: string, other: string) =>
  timingSafeEqual(Buffer.from(hashOf(one)), Buffer.from(hashOf(other)))
