import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { middleware } from '#start/kernel'

export function impersonationRoutes() {
  const { impersonations } = controllers

  router
    .group(() => {
      router.get('console/companies/:slug/impersonations/new', [impersonations.Impersonations, 'create'])
      router
        .post('console/companies/:slug/impersonations', [impersonations.Impersonations, 'store'])
        .use(middleware.confirmed())
    })
    .as('console')
    .use(middleware.superUser())
  router
    .delete('console/impersonation', [impersonations.Impersonations, 'destroy'])
    .as('console.impersonations.destroy')
    .use(middleware.auth())

  router
    .group(() => {
      router.get('settings/support_access', [impersonations.SupportAccesses, 'edit'])
      router.put('settings/support_access', [impersonations.SupportAccesses, 'update'])
      router.post('settings/support_access/consent', [impersonations.SupportConsents, 'store'])
      router.delete('settings/support_access/consent', [impersonations.SupportConsents, 'destroy'])
      router.post('settings/support_access/visits/:id/ending', [impersonations.VisitEndings, 'store'])
    })
    .where('id', router.matchers.uuid())
    .as('impersonations')
    .use(middleware.tenant())
}
