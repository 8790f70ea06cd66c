import type { TimelineItem } from '~/components/RecordTimeline.vue'

export type HistoryEntry = {
  id: string
  kind: string
  at: string
  actor: { kind: string; name: string | null }
  subject: string | null
  reason: string | null
  changed: string[]
}

type Telling = { icon: string; words: string; own?: string; tone?: TimelineItem['tone']; isOwnDeed?: true }

const TELLINGS: Record<string, Telling> = {
  'tenant.created': { icon: 'i-lucide-building-2', words: 'created the company', tone: 'primary' },
  'tenant.updated': { icon: 'i-lucide-pencil', words: 'changed the settings' },
  'tenant.deactivated': { icon: 'i-lucide-power-off', words: 'deactivated the company', tone: 'error' },
  'tenant.reactivated': { icon: 'i-lucide-power', words: 'reactivated the company', tone: 'success' },
  'invitation.created': { icon: 'i-lucide-send', words: 'invited' },
  'invitation.resent': { icon: 'i-lucide-send', words: 'sent the invitation again to' },
  'invitation.revoked': { icon: 'i-lucide-user-x', words: 'took back the invitation of' },
  'invitation.accepted': {
    icon: 'i-lucide-user-check',
    words: 'accepted the invitation',
    tone: 'success',
    isOwnDeed: true,
  },
  'invitation.link_revealed': {
    icon: 'i-lucide-link',
    words: 'revealed the invitation link of',
    tone: 'warning',
  },
  'invitation.mail_read': { icon: 'i-lucide-mail-open', words: 'read the invitation mail of' },
  'tenant.support_access_ruled': {
    icon: 'i-lucide-venetian-mask',
    words: 'changed the rule for support access',
  },
  'tenant.support_allowed': {
    icon: 'i-lucide-venetian-mask',
    words: 'allowed support to enter for 24 hours',
  },
  'tenant.support_withdrawn': { icon: 'i-lucide-venetian-mask', words: 'withdrew what support was allowed' },
  'user.created': { icon: 'i-lucide-user-plus', words: 'joined the team', isOwnDeed: true },
  'user.updated': {
    icon: 'i-lucide-user-cog',
    words: 'changed the membership of',
    own: 'changed their own details',
  },
  'user.role_changed': { icon: 'i-lucide-shield-check', words: 'changed the role of' },
  'user.deactivated': { icon: 'i-lucide-user-x', words: 'deactivated' },
  'user.reactivated': { icon: 'i-lucide-user-check', words: 'reactivated' },
}

const actorOf = ({ kind, name }: HistoryEntry['actor']) =>
  kind === 'super_user' ? `${name} (console)` : (name ?? 'Latchkey')

/** A company's administration as people tell it. */
export function toTimeline(entry: HistoryEntry): TimelineItem {
  const telling = TELLINGS[entry.kind] ?? { icon: 'i-lucide-dot', words: entry.kind }
  const { icon, words, own, tone, isOwnDeed } = telling as Telling
  const isOwn = own && entry.actor.kind === 'user' && entry.actor.name === entry.subject
  const deed = isOwn ? [own] : [words, entry.subject]
  const sentence = isOwnDeed ? [entry.subject, words] : [actorOf(entry.actor), ...deed]
  const title = sentence.filter(Boolean).join(' ')
  return { id: entry.id, icon, title, at: entry.at, body: entry.reason, tone }
}
