import { defineShortcuts } from '@nuxt/ui/composables'

const ROWS = '#content tbody a:first-of-type'

/** Up and down a list by keyboard, and into its first row. */
export function useRowKeys() {
  const step = (by: number) => () => {
    const links = [...document.querySelectorAll<HTMLElement>(ROWS)]
    const row = document.activeElement?.closest('tr')
    const at = links.findIndex((link) => row?.contains(link))
    links[at === -1 ? 0 : Math.min(Math.max(at + by, 0), links.length - 1)]?.focus()
  }
  defineShortcuts({ j: step(1), arrowdown: step(1), k: step(-1), arrowup: step(-1) })
}
