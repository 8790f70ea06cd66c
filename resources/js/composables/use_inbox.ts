import { router } from '@inertiajs/vue3'
import type { Data } from '@generated/data'
import { urlFor } from '~/client'
import { useUndo } from '~/composables/use_undo'

type Notification = Data.Notifications.Notification
export type SnoozeWish = { preset: string } | { date: string; time: string }

const QUIET = { preserveScroll: true, preserveState: true } as const

/** What can be done with a notification; what puts it away can be taken back for a moment. */
export function useInbox() {
  const { offerUndo, undo } = useUndo()

  const readings = ({ id }: Notification) => urlFor('notifications.readings.store', { id })
  const archivals = ({ id }: Notification) => urlFor('notifications.archivals.store', { id })
  const snoozes = ({ id }: Notification) => urlFor('notifications.snoozes.store', { id })
  const everything = urlFor('notifications.inbox_readings.store')

  return {
    undo,

    toggleRead(one: Notification) {
      if (one.isRead) router.delete(readings(one), QUIET)
      else router.post(readings(one), {}, QUIET)
    },

    toggleArchived(one: Notification) {
      const [away, back] = [
        () => router.post(archivals(one), {}, QUIET),
        () => router.delete(archivals(one), QUIET),
      ]
      if (one.isArchived) back()
      else away()
      offerUndo(
        one.isArchived ? 'Back in the inbox' : 'Archived',
        one.snoozedUntil
          ? () => router.post(snoozes(one), { until: one.snoozedUntil }, QUIET)
          : one.isArchived
            ? away
            : back
      )
    },

    snooze(one: Notification, wish: SnoozeWish, { onError }: { onError?: (errors: Words) => void } = {}) {
      const takeBack = () =>
        one.snoozedUntil
          ? router.post(snoozes(one), { until: one.snoozedUntil }, QUIET)
          : router.delete(snoozes(one), QUIET)
      router.post(snoozes(one), wish, {
        ...QUIET,
        onError: (errors) => onError?.(errors as Words),
        onSuccess: () => offerUndo('Snoozed', takeBack),
      })
    },

    wake: (one: Notification) => router.delete(snoozes(one), QUIET),

    readAll: () => router.post(everything, {}, QUIET),

    offerUnreadAll: (readAt: string) =>
      offerUndo('All marked as read', () => router.delete(everything, { ...QUIET, data: { readAt } })),
  }
}

type Words = Record<string, string>
