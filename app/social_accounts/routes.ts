import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { middleware } from '#start/kernel'

export function socialAccountRoutes() {
  const { socialAccounts } = controllers

  router
    .group(() => {
      router.post('login/with/:provider', [socialAccounts.SocialSignIns, 'store']).use(middleware.guest())
      router.get('login/with/:provider/callback', [socialAccounts.SocialCallbacks, 'show'])
      router.get('login/connection', [socialAccounts.Connections, 'create'])
      router.post('login/connection', [socialAccounts.Connections, 'store'])
    })
    .as('social_accounts')

  router
    .group(() => {
      router.post('account/social_accounts/:provider', [socialAccounts.SocialAccounts, 'store'])
      router
        .delete('account/social_accounts/:id', [socialAccounts.SocialAccounts, 'destroy'])
        .where('id', router.matchers.uuid())
    })
    .as('social_accounts')
    .use([middleware.auth(), middleware.confirmed()])
}
