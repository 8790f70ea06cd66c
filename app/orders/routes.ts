import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { middleware } from '#start/kernel'
import { OrderClosedError, VisitClosedError } from '#app/orders/errors'

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
      const { orders } = controllers
      const closed = [OrderClosedError, VisitClosedError]
      const change = { scope: 'orders:write', refuses: closed } as const
      router
        .get('orders/:order_id/visits', [orders.Visits, 'index'])
        .use(api({ id: 'listOrderVisits', does: 'List the visits of an order', scope: 'orders:read' }))
      router.post('orders/:order_id/visits', [orders.Visits, 'store']).use(
        api({
          id: 'planVisit',
          does: 'Promise the customer another visit',
          about:
            'Day and hours by the clock of the company. The customer is told. The same plan twice is one visit.',
          status: 201,
          ...change,
        })
      )
      router.put('orders/:order_id/visits/:id', [orders.Visits, 'update']).use(
        api({
          id: 'rescheduleVisit',
          does: 'Move a visit, or send somebody else',
          about: 'The customer is told of another time.',
          ...change,
        })
      )
      router
        .post('orders/:order_id/visits/:id/complete', [orders.VisitCompletions, 'store'])
        .use(api({ id: 'completeVisit', does: 'Say that a visit is done; the order goes on', ...change }))
      router
        .post('orders/:order_id/visits/:id/reopen', [orders.VisitCompletions, 'destroy'])
        .use(api({ id: 'reopenVisit', does: 'Take back that a visit is done', ...change }))
      router
        .post('orders/:order_id/visits/:id/cancel', [orders.VisitCancellations, 'store'])
        .use(
          api({ id: 'cancelVisit', does: 'Call a visit off, with the reason; the order goes on', ...change })
        )
    })
    .prefix('api')
    .where('order_id', router.matchers.uuid())
    .where('id', router.matchers.uuid())
    .as('api.orders')
}
