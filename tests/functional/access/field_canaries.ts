import type { Subject } from '#app/access/subjects'

/** What each declared field says in the tests below, and how that looks wherever it comes to light. */
export const CANARIES: Record<string, RegExp> = {
  'leads.phone': /555.?0177/,
  'leads.email': /lead-canary@/,
  'leads.address': /Leadcanary/i,
  'leads.answers': /Answercanary/,
  'orders.note': /Notecanary/,
  'customers.phone': /555.?0188/,
  'customers.email': /customer-canary@/,
  'customers.address': /Streetcanary|Unitcanary|Citycanary|POSTCANARY|Regioncanary/i,
  'customers.notes': /Secretcanary/,
}

export const WORDS = {
  contact: {
    phone: '+13035550177',
    email: 'lead-canary@example.com',
    address: '7 Leadcanary Rd',
  },
  answers: [{ questionId: 'q1', type: 'short_text', label: 'Budget?', value: 'x', text: 'Answercanary' }],
  customer: {
    phone: '+13035550188',
    email: 'customer-canary@example.com',
    street: '8 Streetcanary Ave',
    unit: 'Unitcanary 2',
    postcode: 'POSTCANARY',
    city: 'Citycanary',
    region: 'Regioncanary',
    country: 'US',
    notes: 'Secretcanary behind the door',
  },
  note: 'Notecanary',
} as const

/** How a change of the field is sent, beside what it says now; nothing for a field that no colleague writes. */
export const CHANGES: Record<string, { key: string; same: string; other: string } | null> = {
  'leads.phone': { key: 'contactPhone', same: '(303) 555-0177', other: '303 555 0199' },
  'leads.email': { key: 'contactEmail', same: 'lead-canary@example.com', other: 'other@example.com' },
  'leads.address': { key: 'address', same: '7 Leadcanary Rd', other: '1 Other St' },
  'leads.answers': null,
  'orders.note': { key: 'note', same: 'Notecanary', other: 'Another note' },
  'customers.phone': { key: 'phone', same: '+1 303 555 0188', other: '303 555 0199' },
  'customers.email': { key: 'email', same: 'customer-canary@example.com', other: 'other@example.com' },
  'customers.address': { key: 'street', same: '8 Streetcanary Ave', other: '1 Other St' },
  'customers.notes': { key: 'notes', same: 'Secretcanary behind the door', other: 'Other' },
}

export const placeOf = (name: string) => name.split('.') as [Subject, string]
