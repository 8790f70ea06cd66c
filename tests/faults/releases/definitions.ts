import { defineEvent } from '#app/platform/events/events'

export type Release = 'old' | 'new'

/** The same product in two releases: the new one counts in cents, and knows one kind of event more. */
export function definitionsOf(release: Release, { priced, shipped }: { priced: string; shipped: string }) {
  if (release === 'old') {
    return {
      Priced: defineEvent<{ dollars: number }>(priced),
      priceOf: (dollars: number) => ({ dollars }),
      centsOf: (data: Record<string, number>) => data.dollars * 100,
      Shipped: undefined,
    }
  } else {
    return {
      Priced: defineEvent<{ cents: number }>(priced, {
        version: 2,
        upcasters: { 1: ({ dollars }) => ({ cents: Number(dollars) * 100 }) },
      }),
      priceOf: (dollars: number) => ({ cents: dollars * 100 }),
      centsOf: (data: Record<string, number>) => data.cents,
      Shipped: defineEvent(shipped),
    }
  }
}
