import { computed, nextTick, ref, watch, type Ref } from 'vue'

export type FilledReply = { id: string; title: string; shortcut: string; text: string }
type Box = {
  replies: () => FilledReply[]
  text: Ref<string>
  field: () => HTMLTextAreaElement | null | undefined
}

const ASKED = /(?:^|\s)\/([\w-]*)$/

/** Finds a reply by what stands behind a slash, and puts its words in the place of that. */
export function useCannedReplies({ replies, text, field }: Box) {
  const caret = ref(0)
  const isDismissed = ref(false)
  const active = ref(0)

  const query = computed(() => ASKED.exec(text.value.slice(0, caret.value))?.[1] ?? null)
  const isOpen = computed(() => query.value !== null && !isDismissed.value)
  const found = computed(() => {
    const word = (query.value ?? '').toLowerCase()
    const begins = replies().filter(({ shortcut }) => shortcut.startsWith(word))
    const others = replies().filter(
      (one) => !begins.includes(one) && `${one.title} ${one.text}`.toLowerCase().includes(word)
    )
    return [...begins, ...others]
  })
  watch(query, (now) => {
    active.value = 0
    if (now === null) isDismissed.value = false
  })

  const look = () => (caret.value = field()?.selectionStart ?? text.value.length)

  async function put(words: string, from: number) {
    text.value = text.value.slice(0, from) + words + text.value.slice(caret.value)
    await nextTick()
    field()?.focus()
    field()?.setSelectionRange(from + words.length, from + words.length)
    look()
  }

  const pick = (reply: FilledReply) => put(reply.text, caret.value - query.value!.length - 1)

  /** As if a slash had been typed where the writing goes on. */
  function ask() {
    look()
    isDismissed.value = false
    if (query.value !== null) field()?.focus()
    else void put(/(^|\s)$/.test(text.value.slice(0, caret.value)) ? '/' : ' /', caret.value)
  }

  function onKey(event: KeyboardEvent) {
    if (!isOpen.value || event.metaKey || event.ctrlKey || event.isComposing) return
    const count = found.value.length
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (event.key === 'Escape') isDismissed.value = true
    else if (count && step) active.value = (active.value + step + count) % count
    else if (count && (event.key === 'Enter' || event.key === 'Tab')) void pick(found.value[active.value])
    else return
    event.preventDefault()
  }

  return { isOpen, query, found, active, look, pick, ask, onKey }
}
