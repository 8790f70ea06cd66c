import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { Current } from '#app/platform/current'
import { enterCompany } from '#app/identity/enter_company'
import AccessToken from '#app/identity/access_token'

/** Opens the company of the bearer token. */
export default class ApiMiddleware {
  async handle(ctx: HttpContext, next: NextFn) {
    const { tenant, user, token } = await AccessToken.authenticate(ctx.request.header('authorization'))
    // After the answer and without a say in it: the last use is a courtesy to the owner.
    ctx.response.onFinish(() =>
      token.noteUse().catch((error) => ctx.logger.error({ err: error }, 'Token use not noted'))
    )
    return Current.run(enterCompany(ctx, tenant, user, 'api'), next)
  }
}
