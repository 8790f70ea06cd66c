import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { middleware } from '#start/kernel'

export function tenancyRoutes() {
  const { tenancy } = controllers

  router
    .group(() => {
      router.get('settings', [tenancy.Settings, 'edit'])
      router.put('settings', [tenancy.Settings, 'update'])
    })
    .as('tenancy')
    .use(middleware.tenant())

  router
    .group(() => {
      router.post('settings/logo', [tenancy.Logos, 'store'])
      router.delete('settings/logo', [tenancy.Logos, 'destroy'])
    })
    .as('tenancy')
    .use(middleware.tenant({ unit: 'manual' }))

  router.get('logos/:slug/:key', [tenancy.Logos, 'show']).as('tenancy.logos.show')
}
