import type { StandardRole } from '#app/access/standard_roles'

export const CHANNELS = ['inbox', 'mail', 'push'] as const
export type Channel = (typeof CHANNELS)[number]

type Roles = readonly StandardRole[]
type Kind = {
  label: string
  /** It bears on safety: nobody can turn it off. */
  isCritical?: true
} & Partial<Record<Channel, Roles>>

const MANAGERS: Roles = ['admin', 'supervisor']
export const OFFICE: Roles = [...MANAGERS, 'agent']
const EVERYBODY: Roles = [...OFFICE, 'field_user', 'associate']

/** What people are told of, by the event behind it: on which channels, and whom of those concerned if they say nothing. */
export const KINDS = {
  'lead.created': { label: 'A request comes in', inbox: OFFICE, mail: MANAGERS, push: MANAGERS },
  'lead.assigned': { label: 'A request becomes yours', inbox: EVERYBODY, push: EVERYBODY },
  'lead.given': { label: 'A request is given to a team that you lead', inbox: EVERYBODY, push: EVERYBODY },
  'conversation.assigned': { label: 'A conversation becomes yours', inbox: EVERYBODY, push: EVERYBODY },
  'lead.cancelled': {
    label: 'A customer cancels a request',
    inbox: EVERYBODY,
    mail: MANAGERS,
    push: EVERYBODY,
  },
  'visit.rescheduled': {
    label: 'A customer moves a visit',
    inbox: EVERYBODY,
    mail: MANAGERS,
    push: EVERYBODY,
  },
  'visit.cancelled': {
    label: 'A customer cancels a visit',
    inbox: EVERYBODY,
    mail: MANAGERS,
    push: EVERYBODY,
  },
  'message.created': { label: 'A customer writes', inbox: EVERYBODY, mail: MANAGERS, push: EVERYBODY },
  'qr_code.suspected': {
    label: 'Somebody reports a sticker as tampered with',
    inbox: MANAGERS,
    mail: MANAGERS,
    push: MANAGERS,
  },
  'tenant.updated': { label: 'The company’s details change', mail: ['admin'] },
  'crm_connection.lost': { label: 'The customer system has to be connected again', mail: ['admin'] },
  'webhook_endpoint.paused': { label: 'A webhook endpoint is paused because it fails', mail: ['admin'] },
  'impersonation.started': {
    label: 'Support enters the company',
    isCritical: true,
    inbox: ['admin'],
    mail: ['admin'],
    push: ['admin'],
  },
  'break_glass_user.used': {
    label: 'Somebody enters without single sign-on',
    isCritical: true,
    mail: ['admin'],
  },
} as const satisfies Record<string, Kind>

export type KindName = keyof typeof KINDS
export const KIND_NAMES = Object.keys(KINDS) as KindName[]

export const kindOf = (name: KindName): Kind => KINDS[name]

/** The choices there are. */
export const CHOICES = KIND_NAMES.flatMap((kind) =>
  kindOf(kind).isCritical
    ? []
    : CHANNELS.filter((channel) => kindOf(kind)[channel]).map((channel) => ({ kind, channel }))
)
