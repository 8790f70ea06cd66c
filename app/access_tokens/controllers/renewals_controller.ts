import type { HttpContext } from '@adonisjs/core/http'
import { admitProgramOf } from '#app/single_sign_on/company_door'
import TokenFamily from '#app/access_tokens/token_family'
import TokenPairTransformer from '#app/access_tokens/token_pair_transformer'
import { renewalValidator } from '#app/access_tokens/api_session_validator'

/** The next pair of tokens, for a refresh token that is spent with it. */
export default class RenewalsController {
  async store({ request, response, serialize }: HttpContext) {
    const { refreshToken } = await request.validateUsing(renewalValidator)
    const pair = await TokenFamily.renew(refreshToken, ({ userId }) => admitProgramOf(userId))
    response.header('Cache-Control', 'no-store')
    return serialize(TokenPairTransformer.transform(pair))
  }
}
