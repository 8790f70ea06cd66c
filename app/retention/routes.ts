import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { middleware } from '#start/kernel'

export function retentionRoutes() {
  const { retention } = controllers
  router
    .group(() => {
      router.get('settings/retention', [retention.Retentions, 'edit'])
      router.put('settings/retention', [retention.Retentions, 'update'])
    })
    .as('retention')
    .use(middleware.tenant())

  router
    .get('settings/retention/archives/:id', [retention.Archives, 'show'])
    .where('id', router.matchers.uuid())
    .as('retention.archives.show')
    .use([middleware.tenant({ unit: 'manual' }), middleware.confirmed()])

  router
    .get('settings/retention/history', [retention.HistoryExports, 'show'])
    .as('retention.history_exports.show')
    .use([middleware.tenant({ unit: 'manual' }), middleware.confirmed({ isFile: true })])
}
