import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { middleware } from '#start/kernel'

export function singleSignOnRoutes() {
  const { singleSignOn } = controllers

  router
    .group(() => {
      router.post('sso', [singleSignOn.SignIns, 'store'])
      router.get('sso/callback', [singleSignOn.Callbacks, 'show'])
      router.get('sso/callback/confirmed', [singleSignOn.Confirmations, 'show'])
      router.get('sso/signed_out', [singleSignOn.SignOuts, 'show'])
      router.post('sso/:slug/logout', [singleSignOn.IssuerLogouts, 'store'])
      router
        .get('sso/:slug/confirmations', [singleSignOn.Confirmations, 'create'])
        .use(middleware.auth({ reach: 'company' }))
      router.get('sso/:slug', [singleSignOn.SignIns, 'show'])
      const own = [middleware.auth(), middleware.confirmed()]
      router.get('sso/:slug/break_glass', [singleSignOn.BreakGlasses, 'create']).use(own)
      router.post('sso/:slug/break_glass', [singleSignOn.BreakGlasses, 'store']).use(own)
    })
    .as('single_sign_on')

  router
    .group(() => {
      const confirmed = middleware.confirmed()
      router.get('/', [singleSignOn.Connections, 'index'])
      router.post('role_previews', [singleSignOn.RolePreviews, 'store'])
      router.post('domains', [singleSignOn.Domains, 'store']).use(confirmed)
      router.delete('domains/:id', [singleSignOn.Domains, 'destroy']).use(confirmed)
      router.post('enforcement', [singleSignOn.Enforcements, 'store']).use(confirmed)
      router.delete('enforcement', [singleSignOn.Enforcements, 'destroy']).use(confirmed)
      router.post('scim_tokens', [singleSignOn.ScimTokens, 'store']).use(confirmed)
      router.delete('scim_tokens/:id', [singleSignOn.ScimTokens, 'destroy']).use(confirmed)
    })
    .prefix('settings/single_sign_on')
    .where('id', router.matchers.uuid())
    .as('single_sign_on')
    .use(middleware.tenant())

  router
    .group(() => {
      router.put('/', [singleSignOn.Connections, 'update'])
      router.post('domains/:id/checks', [singleSignOn.DomainChecks, 'store'])
    })
    .prefix('settings/single_sign_on')
    .where('id', router.matchers.uuid())
    .as('single_sign_on')
    .use([middleware.tenant({ unit: 'manual' }), middleware.confirmed()])

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
      router.get('Groups', [singleSignOn.ScimGroups, 'index'])
      router.post('Groups', [singleSignOn.ScimGroups, 'store'])
      router.get('Groups/:id', [singleSignOn.ScimGroups, 'show'])
      router.put('Groups/:id', [singleSignOn.ScimGroups, 'update'])
      router.patch('Groups/:id', [singleSignOn.ScimGroups, 'update']).as('scim_groups.patch')
      router.delete('Groups/:id', [singleSignOn.ScimGroups, 'destroy'])
    })
    .prefix('scim/v2')
    .as('single_sign_on')
    .use(middleware.scim())
}
