import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'

type Middleware = { handle(ctx: HttpContext, next: NextFn): unknown }
type MiddlewareClass = new (...dependencies: never[]) => Middleware

/** What programs call, with a token and without a session. */
export const isForPrograms = (path: string) => /^\/(api|scim)\//.test(path)

/** A middleware that API requests pass by: they ask for no files or pages, and carry no cookies. */
export const forBrowsers = (load: () => Promise<{ default: MiddlewareClass }>) => async () => {
  const { default: middlewareClass } = await load()
  return {
    default: class {
      async handle(ctx: HttpContext, next: NextFn): Promise<unknown> {
        if (isForPrograms(ctx.request.url())) return next()
        const middleware: Middleware = await ctx.containerResolver.make(middlewareClass as never)
        return middleware.handle(ctx, next)
      }
    },
  }
}
