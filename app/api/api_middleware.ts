import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { Current } from '#app/platform/current'
import { bearerOf } from '#app/api/bearer'
import { enterCompany } from '#app/identity/enter_company'
import { ScopeMissingError } from '#app/access_tokens/errors'
import type { Operation } from '#app/api/operation'
import type AccessToken from '#app/access_tokens/access_token'

declare module '@adonisjs/core/http' {
  export interface HttpContext {
    accessToken: AccessToken
  }
}

/** Opens the company of the bearer token, as far as the token reaches. */
export default class ApiMiddleware {
  async handle(ctx: HttpContext, next: NextFn, { scope }: Operation) {
    return scope === 'open' ? next() : this.#enter(ctx, next, scope)
  }

  async #enter(ctx: HttpContext, next: NextFn, scope: Exclude<Operation['scope'], 'open'>) {
    const { tenant, user, token } = await bearerOf(ctx.request.header('authorization'))
    if (scope !== 'any' && !token.covers(scope)) throw new ScopeMissingError(scope)
    ctx.accessToken = token
    // After the answer and without a say in it: the last use is a courtesy to the owner.
    ctx.response.onFinish(() =>
      token.noteUse().catch((error) => ctx.logger.error({ err: error }, 'Token use not noted'))
    )
    return Current.run(enterCompany(ctx, tenant, user, 'api'), next)
  }
}
