import { router, usePage } from '@inertiajs/vue3'

type Changes = Record<string, string | null | undefined>

/** A list's filters live in the address: links and bookmarks show what was seen. Changing one starts from the first page. */
export function useFilters() {
  const page = usePage()

  function hrefWith(changes: Changes) {
    const [path, query] = page.url.split('?')
    const params = new URLSearchParams(query)
    params.delete('after')
    for (const [key, value] of Object.entries(changes)) {
      if (value) params.set(key, value)
      else params.delete(key)
    }
    return params.size ? `${path}?${params}` : path
  }

  const apply = (changes: Changes) =>
    router.visit(hrefWith(changes), { preserveState: true, preserveScroll: true, replace: true })

  return { hrefWith, apply }
}
