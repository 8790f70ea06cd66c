import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { middleware } from '#start/kernel'

export function requestRoutes() {
  router
    .group(() => {
      router.get('q/:token', [controllers.requests.Requests, 'create'])
      // As printed: a symbol in capitals is a quarter smaller.
      router.get('Q/:token', [controllers.requests.Requests, 'create']).as('printed')
      router.post('q/:token', [controllers.requests.Requests, 'store'])
      router.get('q/:token/report', [controllers.requests.StickerReports, 'create'])
      router.post('q/:token/report', [controllers.requests.StickerReports, 'store'])
    })
    .as('requests')
    .use(middleware.publicPage())

  router
    .group(() => {
      router.get('f/:company/:path', [controllers.requests.LinkedRequests, 'create'])
      router.post('f/:company/:path', [controllers.requests.LinkedRequests, 'store'])
      router.get('f/:company/:path/embedded', [controllers.requests.EmbeddedRequests, 'create'])
      router.post('f/:company/:path/embedded', [controllers.requests.EmbeddedRequests, 'store'])
    })
    .as('requests')
    .use(middleware.publicPage())

  router
    .get('files/:reference', [controllers.requests.Downloads, 'show'])
    .as('requests.downloads.show')
    .use(middleware.publicPage())

  router
    .group(() => {
      router.get('s/:token', [controllers.requests.Statuses, 'show'])
      router.post('s/:token/messages', [controllers.requests.Messages, 'store'])
      router.get('s/:token/cancellation', [controllers.requests.Cancellations, 'create'])
      router.post('s/:token/cancellation', [controllers.requests.Cancellations, 'store'])
      router.get('s/:token/visits/:id/rescheduling', [controllers.requests.Reschedulings, 'create'])
      router.post('s/:token/visits/:id/rescheduling', [controllers.requests.Reschedulings, 'store'])
      router.get('s/:token/visits/:id/cancellation', [controllers.requests.VisitCancellations, 'create'])
      router.post('s/:token/visits/:id/cancellation', [controllers.requests.VisitCancellations, 'store'])
      router.get('s/:token/attachments/:id', [controllers.requests.Attachments, 'show'])
      router.get('s/:token/files/:reference', [controllers.requests.Files, 'show'])
    })
    .where('id', router.matchers.uuid())
    .as('requests')
    .use([middleware.publicPage(), middleware.requestLink()])
}
