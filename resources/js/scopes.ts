/** What tokens can be narrowed to, in the words of the screens. */
const SUBJECTS: Record<string, string> = {
  leads: 'Leads',
  messages: 'Messages',
  canned_replies: 'Canned replies',
  customers: 'Customers',
  orders: 'Orders',
  members: 'Members',
  settings: 'Settings',
  notifications: 'Notifications',
}

export const subjectsOf = (scopes: string[]) => [...new Set(scopes.map((scope) => scope.split(':')[0]))]
export const subjectName = (subject: string) =>
  SUBJECTS[subject] ?? subject.charAt(0).toUpperCase() + subject.slice(1).replaceAll('_', ' ')

/** "Leads and messages, Customers (read only)", or that nothing is left out. */
export function scopesInWords(scopes: string[] | null) {
  if (!scopes) return 'Everything'
  return subjectsOf(scopes)
    .map((subject) => subjectName(subject) + (scopes.includes(`${subject}:write`) ? '' : ' (read only)'))
    .join(', ')
}

export type ListedToken = {
  id: string
  name: string
  scopes: string[] | null
  createdAt: string | null
  lastUsedAt: string | null
  expiresAt: string | null
  isExpired: boolean
}
