export type Level = 'none' | 'own' | 'team' | 'all'
export type Grants = Record<string, Record<string, string>>
export type RoleAction = { action: string; label: string; hasLevels: boolean }
export type RoleSubject = {
  subject: string
  label: string
  own: string | null
  isKeptByAdmins: boolean
  actions: RoleAction[]
  fields: { field: string; label: string }[]
}
export type RoleCatalogue = { subjects: RoleSubject[]; standard: Record<string, Grants> }

export const LEVEL_CHOICES = [
  { value: 'all', label: 'All' },
  { value: 'team', label: 'Team' },
  { value: 'own', label: 'Own' },
  { value: 'none', label: 'No' },
]
export const WHOLE_CHOICES = [
  { value: 'all', label: 'Yes' },
  { value: 'none', label: 'No' },
]
export const FIELD_CHOICES = [
  { value: 'edit', label: 'See and change' },
  { value: 'read', label: 'See only' },
  { value: 'none', label: 'Hidden' },
]

/** What a role grants for every subject: its own words where it has any, else those of its base. */
export function grantsOf({ subjects, standard }: RoleCatalogue, basedOn: string, own: Grants = {}): Grants {
  return Object.fromEntries(
    subjects.map(({ subject, actions, isKeptByAdmins }) => {
      const isKept = isKeptByAdmins && basedOn === 'admin'
      const granted = (isKept ? undefined : own[subject]) ?? standard[basedOn]?.[subject] ?? {}
      return [subject, Object.fromEntries(actions.map(({ action }) => [action, granted[action] ?? 'none']))]
    })
  )
}

const REACH: Record<string, string> = { all: 'all', team: 'their teams’', own: 'their own' }

/** A role in a sentence: "Sees all leads, orders and customers. Does not see …". */
export function summaryOf({ subjects }: RoleCatalogue, grants: Grants): string {
  const seen = (level: string) =>
    subjects
      .filter(({ subject, own }) => own && grants[subject]?.read === level)
      .map(({ label }) => label.toLowerCase())
  const sees = ['all', 'team', 'own']
    .map((level) => ({ level, what: seen(level) }))
    .filter(({ what }) => what.length > 0)
    .map(({ level, what }) => `${REACH[level]} ${listed(what)}`)
  const runs = subjects
    .filter(
      ({ subject, own }) => !own && Object.values(grants[subject] ?? {}).some((level) => level !== 'none')
    )
    .map(({ label }) => (label.startsWith('QR') ? label : label.toLowerCase()))
  const first = sees.length ? `Sees ${listed(sees)}.` : 'Sees no leads, orders or customers.'
  return runs.length ? `${first} Also: ${listed(runs)}.` : first
}

export function listed(words: string[]) {
  return words.length > 1 ? `${words.slice(0, -1).join(', ')} and ${words.at(-1)}` : (words[0] ?? '')
}

/** The fields that a role keeps from somebody, in sentences. */
export function limitsInWords(fields: { label: string; level: string }[]) {
  const named = (level: string) =>
    listed(fields.filter((field) => field.level === level).map(({ label }) => label.toLowerCase()))
  return [
    ...(named('none') ? [`Does not see: ${named('none')}.`] : []),
    ...(named('read') ? [`Sees without changing: ${named('read')}.`] : []),
  ]
}
