export const ACTIONS = ['read', 'create', 'edit', 'assign', 'delete', 'export'] as const
export type Action = (typeof ACTIONS)[number]

type Verbs = Partial<Record<Action, string>>
type SubjectDefinition = {
  label: string
  /** The actions there are, in the words of the subject. */
  actions: Verbs
  /** What makes a record somebody's own; a subject without it is granted whole or not at all. */
  own?: string
  /** Reaches no further than this other subject. */
  within?: string
  /** The fields that a role may hide or lock, each with the keys by which records, forms and events call it. */
  fields?: Readonly<Record<string, FieldDefinition>>
}
type FieldDefinition = { label: string; keys: readonly string[] }

/** Everything that rights are about: one line per subject, and the domain's `Holdings` say whose its records are. */
export const SUBJECTS = {
  leads: {
    label: 'Leads',
    actions: {
      read: 'See',
      create: 'Take in',
      edit: 'Work on',
      assign: 'Hand to somebody',
      delete: 'Give up',
      export: 'Export',
    },
    own: 'assigned to them, made by them, or theirs to visit',
    fields: {
      phone: { label: 'Phone number', keys: ['contactPhone', 'phoneShown'] },
      email: { label: 'E-mail address', keys: ['contactEmail'] },
      address: { label: 'Address', keys: ['address'] },
      answers: { label: 'Answers and photos', keys: ['answers', 'photos'] },
    },
  },
  messages: {
    label: 'Messages',
    actions: { read: 'Read', create: 'Write' },
    own: 'about a lead of their own',
    within: 'leads',
  },
  orders: {
    label: 'Orders',
    actions: {
      read: 'See',
      create: 'Make from a lead',
      edit: 'Finish',
      assign: 'Plan visits',
      delete: 'Cancel',
      export: 'Export',
    },
    own: 'made by them, with a visit of theirs, or of a lead of theirs',
    fields: { note: { label: 'Note on the visit', keys: ['note'] } },
  },
  customers: {
    label: 'Customers',
    actions: { read: 'See', create: 'Add', edit: 'Change', delete: 'Archive', export: 'Export' },
    own: 'added by them, or with a lead or visit of theirs',
    fields: {
      phone: { label: 'Phone number', keys: ['phone', 'phoneNumber'] },
      email: { label: 'E-mail address', keys: ['email'] },
      address: {
        label: 'Address',
        keys: ['address', 'street', 'unit', 'postcode', 'city', 'region', 'country', 'sites'],
      },
      notes: { label: 'Notes', keys: ['notes'] },
    },
  },
  qr_codes: {
    label: 'QR codes',
    actions: {
      read: 'See',
      create: 'Make batches',
      export: 'Print sheets',
      assign: 'Bind to customers',
      delete: 'Take out of use',
    },
  },
  lead_flows: {
    label: 'Lead flows',
    actions: { read: 'See', create: 'Add', edit: 'Change and publish', delete: 'Take out of use' },
  },
  canned_replies: { label: 'Canned replies', actions: { read: 'Use', edit: 'Write and delete' } },
  mails: { label: 'Mail audit', actions: { read: 'See', create: 'Send again' } },
  members: {
    label: 'Members',
    actions: { read: 'See', create: 'Invite', edit: 'Change', delete: 'Deactivate' },
  },
  roles: {
    label: 'Roles and teams',
    actions: { read: 'See', create: 'Add', edit: 'Change', delete: 'Delete', assign: 'Give to somebody' },
  },
  settings: { label: 'Company settings', actions: { edit: 'Change' } },
  single_sign_on: { label: 'Single sign-on', actions: { read: 'See', edit: 'Set up' } },
  service_tokens: {
    label: 'Service tokens',
    actions: { read: 'See', create: 'Make', delete: 'Revoke' },
  },
  audit: { label: 'Audit log', actions: { read: 'See', export: 'Export' } },
} as const satisfies Record<string, SubjectDefinition>

export type Subject = keyof typeof SUBJECTS
export const SUBJECT_NAMES = Object.keys(SUBJECTS) as Subject[]

export const definitionOf = (subject: Subject): SubjectDefinition => SUBJECTS[subject]

export const actionsOf = (subject: Subject) => ACTIONS.filter((action) => action in SUBJECTS[subject].actions)

export const fieldsOf = (subject: Subject) => Object.keys(definitionOf(subject).fields ?? {})

/** The key as records and forms have it, of the subject's declared fields; nothing where it belongs to none. */
export const fieldOfKey = (subject: Subject, key: string) =>
  fieldsOf(subject).find((field) => definitionOf(subject).fields![field].keys.includes(key))

/** Records of this subject are somebody's, so that a right may reach some of them; making one reaches none. */
export const hasLevels = (subject: Subject, action: Action) =>
  action !== 'create' && definitionOf(subject).own !== undefined
