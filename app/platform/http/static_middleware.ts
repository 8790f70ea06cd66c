import { readdirSync } from 'node:fs'
import app from '@adonisjs/core/services/app'
import Static from '@adonisjs/static/static_middleware'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'

const NAMES = new Set(readdirSync(app.publicPath()))

/** Looks on the disk only for what can be there: every page would wait for that look. */
export default class StaticMiddleware {
  async handle(ctx: HttpContext, next: NextFn): Promise<unknown> {
    const [, name] = ctx.request.url().split('/', 2)
    if (!NAMES.has(name)) return next()
    return (await ctx.containerResolver.make(Static)).handle(ctx, next)
  }
}
