import { nextTick, watch } from 'vue'
import { defineShortcuts } from '@nuxt/ui/composables'
import type { Data } from '@generated/data'

type Notification = Data.Notifications.Notification
type Does = Record<'archive' | 'read' | 'snooze', (one: Notification) => void> & { undo: () => void }

/** The list by keyboard. Focus stays in it: where one goes, the next takes its place. */
export function useInboxKeys(notifications: () => Notification[], does: Does) {
  const linkOf = (id: string) => document.querySelector<HTMLElement>(`[data-notification="${id}"]`)
  const focusedId = () => {
    const row = document.activeElement?.closest('li')
    return row?.querySelector<HTMLElement>('[data-notification]')?.dataset.notification
  }
  const indexOf = (id?: string) => notifications().findIndex((one) => one.id === id)
  const focus = (index: number) => {
    const one = notifications()[Math.min(Math.max(index, 0), notifications().length - 1)]
    if (one) linkOf(one.id)?.focus()
  }
  const toFocused = (act: (one: Notification) => void) => () => {
    const one = notifications()[indexOf(focusedId())]
    if (one) act(one)
  }

  let left: { id: string; index: number } | undefined
  const remembering = (act: (one: Notification) => void) =>
    toFocused((one) => {
      left = { id: one.id, index: indexOf(one.id) }
      act(one)
    })
  watch(notifications, async () => {
    if (!left) return
    const { id, index } = left
    left = undefined
    await nextTick()
    focus(indexOf(id) === -1 ? index : indexOf(id))
  })

  const step = (by: number) => () => {
    const at = indexOf(focusedId())
    focus(at === -1 ? 0 : at + by)
  }
  defineShortcuts({
    j: step(1),
    arrowdown: step(1),
    k: step(-1),
    arrowup: step(-1),
    e: remembering(does.archive),
    u: remembering(does.read),
    s: remembering(does.snooze),
    z: does.undo,
  })
}
