import { ref, type Ref } from 'vue'

/**
 * Reordering by dragging a handle, with finger, pen or mouse: the list is rearranged while the handle moves. By keyboard the
 * arrow keys do the same. `announce` is for a live region.
 */
export function useReorder(list: Ref<HTMLElement | null>, move: (from: number, to: number) => void, count: () => number) {
  const dragged = ref<number | null>(null)
  const announcement = ref('')

  function start(index: number, event: PointerEvent) {
    if (event.button !== 0) return
    event.preventDefault()
    const handle = event.currentTarget as HTMLElement
    handle.setPointerCapture(event.pointerId)
    dragged.value = index
    const follow = (moved: PointerEvent) => goTo(placeAt(moved.clientY))
    const stop = () => {
      handle.removeEventListener('pointermove', follow)
      dragged.value = null
    }
    handle.addEventListener('pointermove', follow)
    handle.addEventListener('pointerup', stop, { once: true })
    handle.addEventListener('pointercancel', stop, { once: true })
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
