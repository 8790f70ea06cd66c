import type { HttpContext } from '@adonisjs/core/http'
import { Current } from '#app/platform/database/current'
import { admitProgramOf } from '#app/single_sign_on/company_door'
import { membershipFor } from '#app/identity/memberships'
import SecondFactor from '#app/two_factor/second_factor'
import SignInAttempt from '#app/sign_in/sign_in_attempt'
import TokenFamily from '#app/access_tokens/token_family'
import TokenPairTransformer from '#app/access_tokens/token_pair_transformer'
import { apiSessionValidator } from '#app/access_tokens/api_session_validator'

/** A program signs in with a person's password, and out again. */
export default class ApiSessionsController {
  async store(ctx: HttpContext) {
    const { request, response, serialize } = ctx
    const { email, password, code, company } = await request.validateUsing(apiSessionValidator)
    const identity = await new SignInAttempt(email, request.ip()).prove(password)
    await new SecondFactor(identity, ctx).proveWhereOn(code)
    const user = await membershipFor(identity, company)
    await admitProgramOf(user.id)
    const actor = { kind: 'api', id: user.id, name: user.name } as const
    const unit = { tenantId: user.tenantId, actor, requestId: request.id() }
    const pair = await Current.run(unit, () => TokenFamily.begin(user))
    response.header('Cache-Control', 'no-store')
    return serialize(TokenPairTransformer.transform(pair))
  }

  async destroy({ accessToken, response }: HttpContext) {
    if (accessToken?.kind === 'session') await TokenFamily.of(accessToken).end('logout')
    else await accessToken?.revoke()
    return response.noContent()
  }
}
