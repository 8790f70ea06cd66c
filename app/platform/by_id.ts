/** The ids that are there, each once. */
export const named = (ids: (string | null | undefined)[]) => [
  ...new Set(ids.filter((id) => typeof id === 'string')),
]

export const byId = <T extends { id: string }>(records: T[]) => new Map(records.map((one) => [one.id, one]))
