import { ref, watch } from 'vue'

type Lead = { id: string; contactName: string; summary: string }

const MARKED_MS = 4000

/** Leads that came in while the same list was open: marked for a moment, and said to screen readers. */
export function useArrivals(leads: () => Lead[], list: () => string) {
  const arrived = ref(new Set<string>())
  const announcement = ref('')
  let newest = leads()[0]?.id ?? ''

  watch([leads, list], ([now, name], [, before]) => {
    const fresh = name === before ? now.filter(({ id }) => id > newest) : []
    newest = now[0]?.id ?? (name === before ? newest : '')
    if (fresh.length === 0) return
    arrived.value = new Set(fresh.map(({ id }) => id))
    announcement.value = fresh
      .map(({ contactName, summary }) => `New lead from ${contactName}: ${summary}`)
      .join('. ')
    setTimeout(() => (arrived.value = new Set()), MARKED_MS)
  })

  return { announcement, hasArrived: (id: string) => arrived.value.has(id) }
}
