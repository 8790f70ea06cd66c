import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { middleware } from '#start/kernel'
import { NotRestorableError, ValueChangedError } from '#app/timelines/errors'
import { RECORD_SUBJECTS } from '#app/timelines/record_subjects'

export function timelineRoutes() {
  const { timelines } = controllers
  const { api } = middleware
  const subject = new RegExp(`^(${RECORD_SUBJECTS.join('|')})$`)

  router
    .group(() => {
      router.get('history/:subject/:id', [timelines.Histories, 'show'])
      router.post('history/:subject/:id/restorations', [timelines.Restorations, 'store'])
    })
    .where('id', router.matchers.uuid())
    .where('subject', subject)
    .as('timelines')
    .use(middleware.tenant())

  router
    .group(() => {
      router.get('history/:subject/:id', [timelines.Histories, 'show']).use(
        api({
          id: 'getHistory',
          does: 'Read what happened to a record, with what its fields said before and after',
          about:
            'Newest first. What the owner of the token may not see of the record is not in its history either.',
          scope: 'any',
        })
      )
      router.post('history/:subject/:id/restorations', [timelines.Restorations, 'store']).use(
        api({
          id: 'restoreValue',
          does: 'Put back what a field said before a change',
          about: 'For customers, leads, members and the company. `seen` is what the field says now.',
          scope: 'any',
          status: 204,
          refuses: [ValueChangedError, NotRestorableError],
        })
      )
    })
    .prefix('api')
    .where('id', router.matchers.uuid())
    .where('subject', subject)
    .as('api.timelines')
}
