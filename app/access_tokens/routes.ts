import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { middleware } from '#start/kernel'
import { TooManyAttemptsError, WrongCredentialsError } from '#app/identity/errors'
import { TwoFactorRequiredError } from '#app/two_factor/errors'
import {
  CompanyUnclearError,
  NoCompanyError,
  RefreshTokenRefusedError,
  RefreshTokenReusedError,
} from '#app/access_tokens/errors'

export function accessTokenRoutes() {
  const { accessTokens } = controllers
  router
    .group(() => {
      router.get('access_tokens', [accessTokens.AccessTokens, 'index'])
      router.post('access_tokens', [accessTokens.AccessTokens, 'store']).use(middleware.confirmed())
      router.delete('access_tokens/:id', [accessTokens.AccessTokens, 'destroy'])
      router.get('settings/service_tokens', [accessTokens.ServiceTokens, 'index'])
      router
        .post('settings/service_tokens', [accessTokens.ServiceTokens, 'store'])
        .use(middleware.confirmed())
      router
        .delete('settings/service_tokens/:id', [accessTokens.ServiceTokens, 'destroy'])
        .use(middleware.confirmed())
    })
    .where('id', router.matchers.uuid())
    .as('access_tokens')
    .use(middleware.tenant())

  router
    .group(() => {
      router.post('login', [accessTokens.ApiSessions, 'store']).use(
        middleware.api({
          id: 'login',
          does: 'Sign in with e-mail address and password',
          about: 'Answers a pair of tokens: one to call the API with, and one to get the next pair.',
          scope: 'open',
          refuses: [
            WrongCredentialsError,
            TooManyAttemptsError,
            CompanyUnclearError,
            NoCompanyError,
            TwoFactorRequiredError,
          ],
        })
      )
      router.post('refresh', [accessTokens.Renewals, 'store']).use(
        middleware.api({
          id: 'refresh',
          does: 'Get the next pair of tokens',
          about: 'A refresh token works once. Used a second time, it revokes all that came from its sign-in.',
          scope: 'open',
          refuses: [RefreshTokenRefusedError, RefreshTokenReusedError],
        })
      )
      router.post('logout', [accessTokens.ApiSessions, 'destroy']).use(
        middleware.api({
          id: 'logout',
          does: 'Revoke the token that is sent',
          about: 'Of a sign-in with a password, its refresh token too.',
          scope: 'any',
          status: 204,
        })
      )
    })
    .prefix('api/auth')
    .as('api.access_tokens')
}
