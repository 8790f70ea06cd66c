import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { middleware } from '#start/kernel'

export function identityRoutes() {
  const { identity } = controllers

  router
    .group(() => {
      router.get('/', [identity.Homes, 'show'])
      router.get('companies', [identity.Companies, 'index']).use(middleware.auth({ reach: 'company' }))
      router.get('invitations/:token', [identity.Acceptances, 'create'])
      router.post('invitations/:token', [identity.Acceptances, 'store'])
    })
    .as('identity')

  router
    .group(() => {
      router.get('home', [identity.Landings, 'show'])
      router.get('team', [identity.Users, 'index'])
      router.patch('team/:id', [identity.Users, 'update'])
      router.post('team/:id/deactivation', [identity.UserDeactivations, 'store'])
      router.delete('team/:id/deactivation', [identity.UserDeactivations, 'destroy'])
      router.post('team/invitations', [identity.Invitations, 'store'])
      router.delete('team/invitations/:id', [identity.Invitations, 'destroy'])
      router.post('team/invitations/:id/resends', [identity.InvitationResends, 'store'])
      router.post('team/invitations/:id/links', [identity.InvitationLinks, 'store'])
    })
    .where('id', router.matchers.uuid())
    .as('identity')
    .use(middleware.tenant())
}
