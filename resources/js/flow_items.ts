export type FlowToChoose = { id: string; name: string; isDefault: boolean }

/** Stands for whatever the company has as its standard. */
export const STANDARD_FLOW = 'standard'

/** What to choose from where codes are given a flow. */
export const flowItemsOf = (flows: FlowToChoose[]) => [
  { label: 'The standard flow of the company', value: STANDARD_FLOW },
  ...flows.map(({ id, name }) => ({ label: name, value: id })),
]
