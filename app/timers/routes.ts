import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { middleware } from '#start/kernel'

export function timerRoutes() {
  const { timers } = controllers

  router
    .group(() => {
      router.get('settings/timers', [timers.Timers, 'index'])
      router.post('settings/timers/:id/cancellation', [timers.Cancellations, 'store'])
      router.delete('settings/timers/:id/cancellation', [timers.Cancellations, 'destroy'])
      router.post('settings/schedules/:id/pause', [timers.Pauses, 'store'])
      router.delete('settings/schedules/:id/pause', [timers.Pauses, 'destroy'])
    })
    .where('id', router.matchers.uuid())
    .as('timers')
    .use(middleware.tenant())

  router
    .group(() => {
      router.get('timers', [timers.InstallationTimers, 'index'])
      router.post('companies/:slug/timers/:id/cancellation', [timers.OperatorCancellations, 'store'])
      router.delete('companies/:slug/timers/:id/cancellation', [timers.OperatorCancellations, 'destroy'])
    })
    .prefix('console')
    .where('id', router.matchers.uuid())
    .as('console')
    .use(middleware.superUser())
}
