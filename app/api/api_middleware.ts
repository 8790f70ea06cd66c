import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { spend } from '#app/api/quota'
import { bearerOf } from '#app/api/bearer'
import { Current } from '#app/platform/database/current'
import { faultPoint } from '#app/platform/events/fault_point'
import { enterCompany } from '#app/identity/enter_company'
import { finishAnswer, wantedFields } from '#app/api/answer'
import { IdempotentAttempt } from '#app/api/idempotent_attempt'
import { ScopeMissingError } from '#app/access_tokens/errors'
import { scopesOf, type Operation } from '#app/api/operation'
import type AccessToken from '#app/access_tokens/access_token'

declare module '@adonisjs/core/http' {
  export interface HttpContext {
    /** Null for a bearer of the company's own issuer. */
    accessToken: AccessToken | null
  }
}

/** Opens the company of the bearer token, as far as the token reaches. */
export default class ApiMiddleware {
  async handle(ctx: HttpContext, next: NextFn, operation: Operation) {
    ctx.response.vary('Origin')
    if (operation.scope === 'open') {
      spend(ctx, { address: ctx.request.ip() })
      await next()
    } else {
      await this.#enter(ctx, operation)
      await this.#work(ctx, next, operation)
    }
  }

  async #enter(ctx: HttpContext, operation: Operation) {
    const { tenant, user, token, key, reach } = await bearerOf(ctx.request.header('authorization'))
    spend(ctx, { token: key, company: tenant.id })
    const missing = scopesOf(operation).find((scope) => reach && !reach.includes(scope))
    if (missing) throw new ScopeMissingError(missing)
    if (reach) user.restrictTo(reach)
    ctx.accessToken = token
    enterCompany(ctx, tenant, user, 'api')
    // After the answer and without a say in it: the last use is a courtesy to the owner.
    ctx.response.onFinish(() =>
      token?.noteUse().catch((error) => ctx.logger.error({ err: error }, 'Token use not noted'))
    )
  }

  async #work(ctx: HttpContext, next: NextFn, { takes }: Operation) {
    const { unit } = ctx
    const fields = wantedFields(ctx)
    const work = async () => {
      await next()
      finishAnswer(ctx, fields)
    }
    const attempt = IdempotentAttempt.of(ctx)
    if (takes === 'file') {
      await work()
    } else if (attempt) {
      await Current.run(unit, () => attempt.once(work))
      faultPoint('api.committed')
      await attempt.keepRefusal(() => Current.run(unit, () => attempt.keep()))
    } else {
      await Current.run(unit, work)
    }
  }
}
