import { DateTime } from 'luxon'
import { BaseTransformer } from '@adonisjs/core/transformers'
import type { TokenPair } from '#app/access_tokens/token_family'

const secondsUntil = (end: DateTime) => Math.round(end.diff(DateTime.utc(), 'seconds').seconds)

export default class TokenPairTransformer extends BaseTransformer<TokenPair> {
  toObject() {
    const { accessToken, accessExpiresAt, refreshToken, refreshExpiresAt } = this.resource
    return {
      accessToken,
      tokenType: 'Bearer' as const,
      expiresIn: secondsUntil(accessExpiresAt),
      refreshToken,
      refreshExpiresIn: secondsUntil(refreshExpiresAt),
    }
  }
}
