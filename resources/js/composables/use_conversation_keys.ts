import { defineShortcuts } from '@nuxt/ui/composables'

type Row = { id: string }
type Does<R> = { take: (row: R) => void; undo: () => void }

/** In the list of messages: `a` opens the choice of who answers, `m` takes it oneself, `z` takes that back. */
export function useConversationKeys<R extends Row>(rows: () => R[], does: Does<R>) {
  const focused = () => document.activeElement?.closest<HTMLElement>('#content tbody tr')
  const rowOf = (line: HTMLElement) => rows()[[...line.parentElement!.children].indexOf(line)]
  defineShortcuts({
    a: () => focused()?.querySelector<HTMLElement>('[data-assignee]')?.click(),
    m: () => {
      const line = focused()
      if (line) does.take(rowOf(line))
    },
    z: does.undo,
  })
}
