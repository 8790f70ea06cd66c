import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { middleware } from '#start/kernel'

export function consoleRoutes() {
  const { console } = controllers

  router
    .group(() => {
      router.get('/', ({ response }) => response.redirect().toRoute('console.companies.index')).as('home')
      router.get('companies', [console.Companies, 'index'])
      router.get('companies/new', [console.Companies, 'create'])
      router.post('companies', [console.Companies, 'store'])
      router.get('companies/:slug', [console.Companies, 'show'])
      router.get('companies/:slug/edit', [console.Companies, 'edit'])
      router.put('companies/:slug', [console.Companies, 'update'])
      router.post('companies/:slug/logo', [console.Logos, 'store'])
      router.delete('companies/:slug/logo', [console.Logos, 'destroy'])
      router.post('companies/:slug/deactivation', [console.Deactivations, 'store'])
      router.delete('companies/:slug/deactivation', [console.Deactivations, 'destroy'])
      router.post('companies/:slug/invitations', [console.Invitations, 'store'])
      router.delete('companies/:slug/invitations/:id', [console.Invitations, 'destroy'])
      router.post('companies/:slug/invitations/:id/resends', [console.InvitationResends, 'store'])
      router.get('companies/:slug/deliveries', [console.Deliveries, 'index'])
      router.get('companies/:slug/deliveries/:id', [console.Deliveries, 'show'])
      router.get('super_users', [console.SuperUsers, 'index'])
      router.post('super_users', [console.SuperUsers, 'store']).use(middleware.confirmed())
      router.delete('super_users/:id', [console.SuperUsers, 'destroy']).use(middleware.confirmed())
      router.get('mails', [console.IdentityMails, 'index'])
      router.post('mails/:id/resends', [console.IdentityMailResends, 'store'])
      router.post('mails/:id/links', [console.IdentityMailLinks, 'store']).use(middleware.confirmed())
      router.post('companies/:slug/invitations/:id/links', [console.InvitationLinks, 'store'])
    })
    .prefix('console')
    .where('id', router.matchers.uuid())
    .as('console')
    .use(middleware.superUser())
}
