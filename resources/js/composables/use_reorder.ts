import { ref, type Ref } from 'vue'

/**
 * Reordering by dragging a handle, with finger, pen or mouse: the list is rearranged while the handle moves. By keyboard the
 * arrow keys do the same. `announce` is for a live region.
 */
export function useReorder(
  list: Ref<HTMLElement | null>,
  move: (from: number, to: number) => void,
  count: () => number
) {
  const dragged = ref<number | null>(null)
  const announcement = ref('')

  // On the window: rearranging takes the handle out of the page for a moment, and with it a captured pointer.
  function start(index: number, event: PointerEvent) {
    if (event.button !== 0) return
    event.preventDefault()
    dragged.value = index
    const drag = new AbortController()
    const { signal } = drag
    const stop = () => {
      drag.abort()
      dragged.value = null
    }
    window.addEventListener('pointermove', (moved) => goTo(placeAt(moved.clientY)), { signal })
    window.addEventListener('pointerup', stop, { signal })
    window.addEventListener('pointercancel', stop, { signal })
  }

  function goTo(to: number) {
    if (dragged.value === null || to === dragged.value) return
    move(dragged.value, to)
    dragged.value = to
  }

  // The place whose middle the pointer has passed; transitions do not confuse it, since only siblings count.
  function placeAt(y: number) {
    const from = dragged.value!
    const items = [...list.value!.children] as HTMLElement[]
    const before = items.filter((item, index) => index !== from && y > middleOf(item, index < from))
    return before.length
  }

  function middleOf(item: HTMLElement, isAbove: boolean) {
    const { top, height } = item.getBoundingClientRect()
    return top + height * (isAbove ? 0.3 : 0.7)
  }

  function byKey(index: number, event: KeyboardEvent) {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key]
    const to = index + (step ?? 0)
    if (!step || to < 0 || to >= count()) return
    event.preventDefault()
    const handle = event.currentTarget as HTMLElement
    move(index, to)
    announcement.value = `Moved to place ${to + 1} of ${count()}`
    requestAnimationFrame(() => handle.focus())
  }

  return { dragged, announcement, start, byKey }
}
