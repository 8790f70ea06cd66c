import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { middleware } from '#start/kernel'

export function twoFactorRoutes() {
  const { twoFactor } = controllers

  router
    .group(() => {
      router.get('login/second_factor', [twoFactor.Challenges, 'create'])
      router.post('login/second_factor', [twoFactor.Challenges, 'store'])
      router
        .post('confirmation/code', [twoFactor.CodeConfirmations, 'store'])
        .use(middleware.auth({ reach: 'company' }))
    })
    .as('two_factor')

  router
    .group(() => {
      router.get('account/two_factor', [twoFactor.SetUps, 'create'])
      router.post('account/two_factor', [twoFactor.SetUps, 'store'])
      router.delete('account/two_factor', [twoFactor.SetUps, 'destroy'])
      router.post('account/recovery_codes', [twoFactor.RecoveryCodes, 'store'])
    })
    .as('two_factor')
    .use([middleware.auth(), middleware.confirmed()])

  router
    .group(() => {
      router.get('settings/sign_in', [twoFactor.Requirements, 'edit'])
      router.put('settings/sign_in', [twoFactor.Requirements, 'update']).use(middleware.confirmed())
    })
    .as('two_factor')
    .use(middleware.tenant())
}
