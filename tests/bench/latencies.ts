/** The least of the measurements that this share of them does not exceed. */
export function percentile(values: number[], share: number) {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)]
}

export const summary = (values: number[]) => ({
  count: values.length,
  median: Math.round(percentile(values, 0.5) * 10) / 10,
  p99: Math.round(percentile(values, 0.99) * 10) / 10,
  longest: Math.round(Math.max(...values) * 10) / 10,
})

/** Begins `work` so many times a second, on time whether or not the last one is done. */
export async function atRate(perSecond: number, seconds: number, work: (at: number) => Promise<unknown>) {
  const begun: Promise<unknown>[] = []
  const startedAt = performance.now()
  for (let at = 0; at < perSecond * seconds; at++) {
    const wait = startedAt + (at * 1000) / perSecond - performance.now()
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait))
    begun.push(work(at))
  }
  await Promise.all(begun)
}

/** `look`: something known, measured beside it. */
export type Beside = { milliseconds: number; p99: number; look: number }

/** In turn, so that whatever else the machine does slows both down alike; of each the faster quarter, which it disturbs least. */
export async function beside(
  look: () => Promise<unknown>,
  work: (at: number) => Promise<unknown>,
  times: number
): Promise<Beside> {
  const [ours, looks]: number[][] = [[], []]
  const timed = async (list: number[], one: () => Promise<unknown>) => {
    const startedAt = performance.now()
    await one()
    list.push(performance.now() - startedAt)
  }
  for (let at = 0; at < times; at++) {
    await timed(ours, () => work(at))
    await timed(looks, look)
  }
  return { milliseconds: percentile(ours, 0.25), p99: percentile(ours, 0.99), look: percentile(looks, 0.25) }
}

/** How much of its pace something keeps as it grows, each time by the look beside it: 0.5 is twice as slow. */
export const paceKept = (small: Beside, large: Beside) =>
  (small.milliseconds / small.look / (large.milliseconds / large.look)).toFixed(2)
