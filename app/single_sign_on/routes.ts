import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'

export function singleSignOnRoutes() {
  const { singleSignOn } = controllers

  router
    .group(() => {
      router.post('sso', [singleSignOn.SignIns, 'store'])
      router.get('sso/callback', [singleSignOn.Callbacks, 'show'])
      router.get('sso/:slug', [singleSignOn.SignIns, 'show'])
    })
    .as('single_sign_on')
}
