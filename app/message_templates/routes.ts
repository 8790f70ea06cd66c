import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { middleware } from '#start/kernel'

export function messageTemplateRoutes() {
  const { messageTemplates } = controllers
  const place = 'settings/templates/:kind/:channel/:language'

  router
    .group(() => {
      router.get('settings/templates', [messageTemplates.Templates, 'index'])
      router.get(place, [messageTemplates.Templates, 'edit'])
      router.put(place, [messageTemplates.Templates, 'update'])
      router.delete(place, [messageTemplates.Templates, 'destroy'])
      router.post(`${place}/publication`, [messageTemplates.Publications, 'store'])
      router.delete(`${place}/publication`, [messageTemplates.Publications, 'destroy'])
      router.post(`${place}/restorations`, [messageTemplates.Restorations, 'store'])
      router.post(`${place}/trials`, [messageTemplates.Trials, 'store'])
    })
    .where('kind', /^[a-z_]{1,40}$/)
    .where('channel', /^[a-z]{1,20}$/)
    .where('language', /^[a-z]{2}$/)
    .as('message_templates')
    .use(middleware.tenant())
}
