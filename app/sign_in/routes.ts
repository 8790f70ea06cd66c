import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { middleware } from '#start/kernel'

export function signInRoutes() {
  const { signIn } = controllers

  router
    .group(() => {
      router.get('login', [signIn.Sessions, 'create']).use(middleware.guest())
      router.post('login', [signIn.Sessions, 'store']).use(middleware.guest())
      router.delete('session', [signIn.Sessions, 'destroy']).use(middleware.auth({ reach: 'company' }))
      router.get('confirmation', [signIn.Confirmations, 'create']).use(middleware.auth())
      router.post('confirmation', [signIn.Confirmations, 'store']).use(middleware.auth())
    })
    .as('sign_in')
}
