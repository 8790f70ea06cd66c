import type { Subject } from '#app/access/subjects'

/** What tokens can be narrowed to: the subjects of access that the API serves, and a person's own notifications. */
export const SCOPE_SUBJECTS = [
  'leads',
  'messages',
  'canned_replies',
  'customers',
  'orders',
  'members',
  'settings',
  'notifications',
] as const satisfies (Subject | 'notifications')[]
export type Scope = `${(typeof SCOPE_SUBJECTS)[number]}:${'read' | 'write'}`

export const SCOPES = SCOPE_SUBJECTS.flatMap((subject) => [`${subject}:read`, `${subject}:write`] as Scope[])

/** Whoever may write may read. */
export const withReading = (scopes: string[]) => [
  ...new Set(scopes.flatMap((scope) => [scope, scope.replace(/:write$/, ':read')])),
]
