import type { Data } from '@generated/data'

type Entry = Data.Timelines.HistoryEntry
type Tone = 'neutral' | 'primary' | 'success' | 'warning' | 'error'
type Telling = { words: string; icon: string; tone?: Tone }

/** What each kind of event says after the name of who did it. */
const TELLINGS: Record<string, Telling> = {
  'customer.created': { words: 'added this customer', icon: 'i-lucide-user-plus', tone: 'primary' },
  'customer.updated': { words: 'changed this customer', icon: 'i-lucide-pencil' },
  'customer.archived': { words: 'archived this customer', icon: 'i-lucide-archive' },
  'customer.merged': { words: 'merged another record into this customer', icon: 'i-lucide-merge' },
  'customer.restored': { words: 'restored this customer', icon: 'i-lucide-archive-restore' },
  'lead.created': { words: 'took the request in', icon: 'i-lucide-inbox', tone: 'primary' },
  'lead.updated': { words: 'put right what it says', icon: 'i-lucide-pencil' },
  'lead.assigned': { words: 'handed it over', icon: 'i-lucide-user-check' },
  'lead.given': { words: 'gave it to a team', icon: 'i-lucide-network' },
  'lead.started': { words: 'started work on it', icon: 'i-lucide-play', tone: 'warning' },
  'lead.lost': { words: 'marked it as lost', icon: 'i-lucide-circle-x', tone: 'error' },
  'lead.cancelled': { words: 'cancelled the request', icon: 'i-lucide-ban', tone: 'error' },
  'lead.converted': { words: 'made an order of it', icon: 'i-lucide-clipboard-check', tone: 'success' },
  'lead.window_held': { words: 'asked for a time', icon: 'i-lucide-calendar-search' },
  'message.created': { words: 'wrote a message', icon: 'i-lucide-message-circle', tone: 'primary' },
  'note.created': { words: 'wrote an internal note', icon: 'i-lucide-notebook-pen', tone: 'warning' },
  'conversation.assigned': { words: 'handed the conversation over', icon: 'i-lucide-user-check' },
  'message.read': { words: 'read the messages', icon: 'i-lucide-check-check' },
  'order.created': { words: 'made the order', icon: 'i-lucide-clipboard-plus', tone: 'primary' },
  'order.updated': { words: 'changed where the work is done', icon: 'i-lucide-map-pin' },
  'order.finished': { words: 'finished the work', icon: 'i-lucide-check-check', tone: 'success' },
  'order.cancelled': { words: 'cancelled the order', icon: 'i-lucide-calendar-x', tone: 'error' },
  'visit.planned': { words: 'planned a visit', icon: 'i-lucide-calendar-plus', tone: 'success' },
  'visit.rescheduled': { words: 'rescheduled the visit', icon: 'i-lucide-calendar-clock', tone: 'warning' },
  'visit.finished': { words: 'finished a visit', icon: 'i-lucide-calendar-check', tone: 'success' },
  'visit.reopened': { words: 'planned a visit again', icon: 'i-lucide-undo-2' },
  'visit.cancelled': { words: 'cancelled a visit', icon: 'i-lucide-calendar-x', tone: 'error' },
  'qr_batch.created': { words: 'made this batch', icon: 'i-lucide-layers', tone: 'primary' },
  'qr_batch.updated': { words: 'changed this batch', icon: 'i-lucide-pencil' },
  'qr_batch.printed': { words: 'printed its sheets', icon: 'i-lucide-printer' },
  'qr_code.assigned': { words: 'bound the code', icon: 'i-lucide-link', tone: 'success' },
  'qr_code.released': { words: 'made the code blank again', icon: 'i-lucide-undo-2' },
  'qr_code.retired': { words: 'retired the code', icon: 'i-lucide-ban' },
  'qr_code.suspected': {
    words: 'reported the sticker as tampered with',
    icon: 'i-lucide-shield-alert',
    tone: 'error',
  },
  'qr_code.cleared': {
    words: 'found the sticker as it should be',
    icon: 'i-lucide-shield-check',
    tone: 'success',
  },
  'qr_code.lost': { words: 'reported the code lost', icon: 'i-lucide-circle-help', tone: 'warning' },
  'lead_flow.created': { words: 'made this flow', icon: 'i-lucide-list-plus', tone: 'primary' },
  'lead_flow.renamed': { words: 'renamed this flow', icon: 'i-lucide-pencil' },
  'lead_flow.published': { words: 'published this flow', icon: 'i-lucide-rocket', tone: 'success' },
  'lead_flow.arranged': {
    words: 'arranged where this flow stands and what follows',
    icon: 'i-lucide-settings-2',
  },
  'lead_flow.went_back': { words: 'went back to an earlier version', icon: 'i-lucide-undo-2' },
  'lead_flow.made_default': { words: 'made it the standard flow', icon: 'i-lucide-star' },
  'lead_flow.archived': { words: 'took the flow out of use', icon: 'i-lucide-archive' },
  'invitation.created': { words: 'sent the invitation', icon: 'i-lucide-send', tone: 'primary' },
  'invitation.resent': { words: 'sent the invitation again', icon: 'i-lucide-send' },
  'invitation.revoked': { words: 'took the invitation back', icon: 'i-lucide-ban' },
  'invitation.accepted': { words: 'accepted the invitation', icon: 'i-lucide-check', tone: 'success' },
  'user.created': { words: 'joined or was added', icon: 'i-lucide-user-plus', tone: 'primary' },
  'user.updated': { words: 'changed the details', icon: 'i-lucide-pencil' },
  'user.role_changed': { words: 'changed the role', icon: 'i-lucide-shield-check' },
  'user.deactivated': { words: 'deactivated the member', icon: 'i-lucide-user-x', tone: 'error' },
  'user.reactivated': { words: 'reactivated the member', icon: 'i-lucide-user-check', tone: 'success' },
  'user.signed_in': { words: 'signed in', icon: 'i-lucide-log-in' },
  'user.sign_in_failed': { words: 'failed to sign in', icon: 'i-lucide-lock', tone: 'error' },
  'user.password_changed': { words: 'changed the password', icon: 'i-lucide-key-round' },
  'user.email_changed': { words: 'changed the e-mail address', icon: 'i-lucide-at-sign' },
  'team.created': { words: 'made this team', icon: 'i-lucide-network', tone: 'primary' },
  'team.updated': { words: 'changed this team', icon: 'i-lucide-pencil' },
  'team.members_changed': { words: 'changed who belongs to it', icon: 'i-lucide-users' },
  'role.created': { words: 'made this role', icon: 'i-lucide-shield-plus', tone: 'primary' },
  'role.updated': { words: 'changed this role', icon: 'i-lucide-pencil' },
  'tenant.created': { words: 'opened the company', icon: 'i-lucide-building-2', tone: 'primary' },
  'tenant.updated': { words: 'changed the settings', icon: 'i-lucide-pencil' },
  'tenant.support_access_ruled': {
    words: 'changed the rule for support access',
    icon: 'i-lucide-venetian-mask',
  },
  'tenant.bookings_ruled': { words: 'changed when customers can book', icon: 'i-lucide-calendar-clock' },
  'tenant.numbers_ruled': { words: 'changed how leads or orders are numbered', icon: 'i-lucide-hash' },
  'tenant.retention_ruled': { words: 'changed how long history is kept', icon: 'i-lucide-archive' },
  'tenant.deactivated': { words: 'deactivated the company', icon: 'i-lucide-ban', tone: 'error' },
  'tenant.reactivated': { words: 'reactivated the company', icon: 'i-lucide-check', tone: 'success' },
  'sso_connection.changed': { words: 'changed single sign-on', icon: 'i-lucide-pencil' },
  'sso_connection.enforced': { words: 'made single sign-on required', icon: 'i-lucide-lock' },
  'sso_connection.relaxed': { words: 'made single sign-on optional', icon: 'i-lucide-lock-open' },
}

const typeOf = (kind: string) => kind.split('.')[0]
const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** What a history of these types can be narrowed to. */
export const kindsOf = (types: string[]) =>
  Object.entries(TELLINGS)
    .filter(([kind]) => types.includes(typeOf(kind)))
    .map(([value, { words }]) => ({ value, label: capitalised(words) }))

export function toldEntry(entry: Entry) {
  const { words, icon, tone } = TELLINGS[entry.kind] ?? {
    words: entry.kind.replaceAll(/[._]/g, ' '),
    icon: 'i-lucide-dot',
  }
  return { id: entry.id, at: entry.at, icon, tone, title: `${whoIn(entry)} ${words}`, entry }
}

export function whoIn({ actor }: Entry) {
  if (actor.name) return actor.name
  else return actor.kind === 'customer' ? 'The customer' : 'Latchkey'
}

const WAYS: Record<string, string> = {
  api: 'API',
  super_user: 'Console',
  import: 'Import',
  rule: 'Rule',
  customer: 'Customer',
}

/** By which way it came, where that is not the screens of the company. */
export const wayOf = ({ actor, isSupport }: Entry) => (isSupport ? 'Support' : WAYS[actor.kind])
