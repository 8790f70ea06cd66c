import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { middleware } from '#start/kernel'

export function scanRoutes() {
  const { scans } = controllers
  router
    .group(() => {
      router.get('scans', [scans.Scans, 'index'])
      router.get('scans/unscanned_codes', [scans.UnscannedCodes, 'index'])
      router.get('scans/walks', [scans.Walks, 'index'])
      router.get('scans/walks/:id', [scans.Walks, 'show'])
    })
    .where('id', router.matchers.uuid())
    .as('scans')
    .use(middleware.tenant())
}
