import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { middleware } from '#start/kernel'

export function identityRoutes() {
  router
    .group(() => {
      router.get('login', [controllers.identity.Sessions, 'create']).use(middleware.guest())
      router.post('login', [controllers.identity.Sessions, 'store']).use(middleware.guest())
      router.delete('session', [controllers.identity.Sessions, 'destroy']).use(middleware.auth())
    })
    .as('identity')
}
