const ROUNDS = 5

export const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]

/** Interleaved rounds of all sides, each way round in turn. */
export async function interleave<Side extends string>(
  sides: Record<Side, () => Promise<number>>,
  rounds = ROUNDS
) {
  const names = Object.keys(sides) as Side[]
  const results = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Side, number[]>
  for (let round = 0; round < rounds; round++) {
    for (const name of round % 2 === 0 ? names : names.toReversed()) results[name].push(await sides[name]())
  }
  return results
}
