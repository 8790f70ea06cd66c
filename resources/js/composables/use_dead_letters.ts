import { computed, ref } from 'vue'
import { router } from '@inertiajs/vue3'
import type { Data } from '@generated/data'

export type Letter = Data.Operations.DeadLetter
export type LetterFilters = { event?: string; cause?: string }
export type LetterChoice = LetterFilters & { queue?: string; ids?: string[] }

type Shown = { count: number; filters: LetterFilters }

/** What is done with events that were given up: with one, or with all that the filters show. */
export function useDeadLetters(replays: string, shown: () => Shown) {
  const opened = ref<Letter>()
  const isDiscarding = ref(false)
  const choice = ref<LetterChoice>({})
  const isFiltered = computed(() => Object.values(shown().filters).some(Boolean))
  const all = computed(() => (isFiltered.value ? `all ${shown().count} that match` : `all ${shown().count}`))
  const chosen = computed(() => (choice.value.ids ? 1 : shown().count))

  const replay = (what: LetterChoice) =>
    router.post(replays, what, { preserveScroll: true, onSuccess: () => (opened.value = undefined) })

  function discard(what: LetterChoice) {
    choice.value = what
    opened.value = undefined
    isDiscarding.value = true
  }

  return { opened, isDiscarding, choice, chosen, isFiltered, all, replay, discard }
}
