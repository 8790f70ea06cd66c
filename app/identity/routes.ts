import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { middleware } from '#start/kernel'
import { LastAdminError } from '#app/identity/errors'

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

  const { api } = middleware
  router
    .group(() => {
      router
        .get('users', [identity.Users, 'index'])
        .use(api({ id: 'listUsers', does: 'List the members of the company', scope: 'members:read' }))
      router
        .get('users/me', [identity.OwnUsers, 'show'])
        .use(api({ id: 'getMe', does: 'Read who the token stands for', scope: 'any' }))
      router
        .get('users/:id', [identity.Users, 'show'])
        .use(api({ id: 'getUser', does: 'Read a member', scope: 'members:read' }))
      router.put('users/:id', [identity.Users, 'update']).use(
        api({
          id: 'updateUser',
          does: 'Change a member’s name, phone or role',
          scope: 'members:write',
          refuses: [LastAdminError],
          tagged: true,
        })
      )
      router.delete('users/:id', [identity.UserDeactivations, 'store']).use(
        api({
          id: 'deactivateUser',
          does: 'Deactivate a member',
          about: 'They are out at once, with all their tokens. What they did stays, and they can come back.',
          scope: 'members:write',
          status: 204,
          refuses: [LastAdminError],
          tagged: true,
        })
      )
    })
    .prefix('api')
    .where('id', router.matchers.uuid())
    .as('api.identity')
}
