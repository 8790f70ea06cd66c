import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { middleware } from '#start/kernel'

export function accessRoutes() {
  const { access } = controllers

  router
    .group(() => {
      router.get('settings/roles', [access.Roles, 'index'])
      router.get('settings/roles/new', [access.Roles, 'create'])
      router.post('settings/roles', [access.Roles, 'store']).use(middleware.confirmed())
      router.get('settings/roles/:id/edit', [access.Roles, 'edit'])
      router.put('settings/roles/:id', [access.Roles, 'update']).use(middleware.confirmed())
      router.delete('settings/roles/:id', [access.Roles, 'destroy']).use(middleware.confirmed())
      router.get('settings/teams', [access.Teams, 'index'])
      router.post('settings/teams', [access.Teams, 'store']).use(middleware.confirmed())
      router.put('settings/teams/:id', [access.Teams, 'update']).use(middleware.confirmed())
      router.delete('settings/teams/:id', [access.Teams, 'destroy']).use(middleware.confirmed())
      router.get('team/:id/permissions', [access.Permissions, 'show'])
      router
        .get('viewers/:subject/:id', [access.Viewers, 'show'])
        .where('subject', /^(leads|customers|orders)$/)
    })
    .where('id', router.matchers.uuid())
    .as('access')
    .use(middleware.tenant())
}
