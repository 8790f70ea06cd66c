/** What tokens can be narrowed to: the things that the API reads and changes. */
export const SCOPE_SUBJECTS = ['leads', 'customers', 'orders', 'users', 'settings', 'notifications'] as const
export type ScopeSubject = (typeof SCOPE_SUBJECTS)[number]
export type Scope = `${ScopeSubject}:${'read' | 'write'}`

export const SCOPES = SCOPE_SUBJECTS.flatMap((subject) => [`${subject}:read`, `${subject}:write`] as Scope[])

/** Whoever may write may read; a token without scopes is not narrowed at all. */
export function covers(scopes: string[] | null, needed: Scope) {
  return !scopes || scopes.includes(needed) || scopes.includes(needed.replace(/:read$/, ':write'))
}
