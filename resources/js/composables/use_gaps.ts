import { nextTick, ref, type Ref } from 'vue'

/** Puts placeholders where somebody writes, in whichever of the named fields they wrote last. */
export function useGaps<Field extends string>(
  fields: Ref<HTMLElement | undefined>,
  words: Ref<Record<Field, string>>,
  first: Field
) {
  const last = ref(first) as Ref<Field>

  async function insert(name: string) {
    const field = fields.value?.querySelector<HTMLInputElement | HTMLTextAreaElement>(
      `[name="${last.value}"]`
    )
    const text = words.value[last.value]
    const at = field?.selectionStart ?? text.length
    const gap = `{{${name}}}`
    words.value[last.value] = text.slice(0, at) + gap + text.slice(field?.selectionEnd ?? at)
    await nextTick()
    field?.focus()
    field?.setSelectionRange(at + gap.length, at + gap.length)
  }

  return { last, insert }
}
