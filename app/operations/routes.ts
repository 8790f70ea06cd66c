import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { middleware } from '#start/kernel'

export function operationRoutes() {
  const { operations } = controllers

  router
    .group(() => {
      router.get('providers', [operations.Providers, 'index'])
      router.post('providers/:provider/probes', [operations.Probes, 'store'])
      router.get('queues', [operations.Queues, 'index'])
      router.get('queues/:queue', [operations.Queues, 'show'])
      router.post('queues/:queue/replays', [operations.Replays, 'store'])
      router.post('queues/:queue/discards', [operations.Discards, 'store']).use(middleware.confirmed())
    })
    .prefix('console')
    .where('queue', router.matchers.slug())
    .where('provider', router.matchers.slug())
    .as('console')
    .use(middleware.superUser())

  router
    .group(() => {
      router.get('', [operations.Unfinished, 'index'])
      router.post('replays', [operations.OwnReplays, 'store'])
      router.post('discards', [operations.OwnDiscards, 'store']).use(middleware.confirmed())
    })
    .prefix('settings/unfinished')
    .as('operations')
    .use(middleware.tenant())
}
