export type Choice = { ours: string; theirs: string }
export type Rule = {
  ours: string
  theirs: string | null
  direction: 'out' | 'in' | 'both' | 'none'
  owner: 'ours' | 'theirs' | 'newest'
  choices: Choice[]
}
export type Ours = { name: string; label: string; isTold: boolean }
export type Theirs = {
  name: string
  label: string
  type: string
  choices: { value: string; label: string }[]
  isWritable: boolean
  isCustom: boolean
}
export type Foreshown = {
  customer: { id: string; name: string }
  isThere: boolean
  fields: {
    label: string
    here: string | null
    there: string | null
    effect: 'same' | 'write' | 'read' | 'keep'
  }[]
}

export const DIRECTIONS = [
  { value: 'out', label: 'We write it' },
  { value: 'both', label: 'Both change it' },
  { value: 'in', label: 'We read it' },
  { value: 'none', label: 'Left alone' },
]
export const OWNERS = [
  { value: 'ours', label: 'Ours counts' },
  { value: 'theirs', label: 'Theirs counts' },
  { value: 'newest', label: 'The newest counts' },
]
