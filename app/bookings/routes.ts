import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { middleware } from '#start/kernel'

export function bookingRoutes() {
  const { bookings } = controllers
  router
    .group(() => {
      router.get('settings/booking', [bookings.Calendars, 'edit'])
      router.put('settings/booking', [bookings.Calendars, 'update'])
    })
    .as('bookings')
    .use(middleware.tenant())
}
