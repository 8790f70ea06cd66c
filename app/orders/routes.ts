import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { middleware } from '#start/kernel'

export function orderRoutes() {
  router
    .group(() => {
      router.get('orders', [controllers.orders.Orders, 'index'])
      router.post('orders/exports', [controllers.orders.Exports, 'store']).use(middleware.confirmed())
      router.get('orders/:id', [controllers.orders.Orders, 'show'])
      router.post('leads/:lead_id/conversion', [controllers.orders.Conversions, 'store'])
      router.post('orders/:order_id/visits', [controllers.orders.Visits, 'store'])
      router.put('orders/:order_id/visits/:id', [controllers.orders.Visits, 'update'])
      router.post('orders/:order_id/visits/:id/completion', [controllers.orders.VisitCompletions, 'store'])
      router.delete('orders/:order_id/visits/:id/completion', [
        controllers.orders.VisitCompletions,
        'destroy',
      ])
      router.post('orders/:order_id/visits/:id/cancellation', [
        controllers.orders.VisitCancellations,
        'store',
      ])
      router.put('orders/:order_id/site', [controllers.orders.Sites, 'update'])
      router.post('orders/:order_id/completion', [controllers.orders.Completions, 'store'])
      router.post('orders/:order_id/cancellation', [controllers.orders.Cancellations, 'store'])
    })
    .where('id', router.matchers.uuid())
    .where('lead_id', router.matchers.uuid())
    .where('order_id', router.matchers.uuid())
    .as('orders')
    .use(middleware.tenant())

  router
    .get('orders/exports/:id', [controllers.orders.Exports, 'show'])
    .where('id', router.matchers.uuid())
    .as('orders.exports.show')
    .use([middleware.tenant({ unit: 'manual' }), middleware.confirmed()])

  const { api } = middleware
  router
    .group(() => {
      router
        .get('orders', [controllers.orders.Orders, 'index'])
        .use(api({ id: 'listOrders', does: 'List the orders you may see', scope: 'orders:read' }))
      router
        .get('orders/:id', [controllers.orders.Orders, 'show'])
        .use(api({ id: 'getOrder', does: 'Read an order with its visits', scope: 'orders:read' }))
    })
    .prefix('api')
    .where('id', router.matchers.uuid())
    .as('api.orders')
}
