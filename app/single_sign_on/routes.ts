import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { middleware } from '#start/kernel'

export function singleSignOnRoutes() {
  const { singleSignOn } = controllers

  router
    .group(() => {
      router.post('sso', [singleSignOn.SignIns, 'store'])
      router.get('sso/callback', [singleSignOn.Callbacks, 'show'])
      router.get('sso/:slug', [singleSignOn.SignIns, 'show'])
    })
    .as('single_sign_on')

  router
    .group(() => {
      router.get('ServiceProviderConfig', [singleSignOn.ScimServiceProviderConfigs, 'show'])
      router.get('ResourceTypes', [singleSignOn.ScimResourceTypes, 'index'])
      router.get('ResourceTypes/:id', [singleSignOn.ScimResourceTypes, 'show'])
      router.get('Schemas', [singleSignOn.ScimSchemas, 'index'])
      router.get('Schemas/:id', [singleSignOn.ScimSchemas, 'show'])
      router.get('Users', [singleSignOn.ScimUsers, 'index'])
      router.post('Users', [singleSignOn.ScimUsers, 'store'])
      router.get('Users/:id', [singleSignOn.ScimUsers, 'show'])
      router.put('Users/:id', [singleSignOn.ScimUsers, 'update'])
      router.patch('Users/:id', [singleSignOn.ScimUsers, 'update']).as('scim_users.patch')
      router.delete('Users/:id', [singleSignOn.ScimUsers, 'destroy'])
    })
    .prefix('scim/v2')
    .as('single_sign_on')
    .use(middleware.scim())
}
