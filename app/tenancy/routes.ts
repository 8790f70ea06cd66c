import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { middleware } from '#start/kernel'

export function tenancyRoutes() {
  const { tenancy } = controllers

  router
    .group(() => {
      router.get('settings', [tenancy.Settings, 'edit'])
      router.put('settings', [tenancy.Settings, 'update'])
      router.get('settings/numbers', [tenancy.Numbers, 'edit'])
      router.put('settings/numbers', [tenancy.Numbers, 'update'])
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

  const { api } = middleware
  router
    .group(() => {
      router
        .get('settings/tenant', [tenancy.Settings, 'show'])
        .use(api({ id: 'getTenant', does: 'Read the settings of the company', scope: 'settings:read' }))
      router.put('settings/tenant', [tenancy.Settings, 'update']).use(
        api({
          id: 'updateTenant',
          does: 'Change the settings of the company',
          scope: 'settings:write',
          tagged: true,
        })
      )
    })
    .prefix('api')
    .as('api.tenancy')
}
