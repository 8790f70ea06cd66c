import type { Data } from '@generated/data'
import { timeWindow } from '~/composables/use_time'

type Entry = Data.Timelines.TimelineEntry
type Tone = 'neutral' | 'primary' | 'success' | 'warning' | 'error'
type Telling = { icon: string; tone: Tone; tell: (entry: Entry, who: string) => string }

const windowOf = ({ window }: Entry) => (window ? timeWindow(window.startsAt, window.endsAt) : '')
const withPerson = ({ assignee }: Entry) => (assignee ? ` by ${assignee}` : '')

const withVisits = ({ visits }: Entry) => (visits ? ` with its ${visits} visits` : '')

/** How each event is told. An event that has no line here is told by its name. */
const TELLINGS: Record<string, Telling> = {
  'lead.created': {
    icon: 'i-lucide-inbox',
    tone: 'primary',
    tell: ({ actor }, who) =>
      actor.kind === 'user' || actor.kind === 'api'
        ? `${who} took the request in`
        : `${who} sent the request`,
  },
  'lead.updated': {
    icon: 'i-lucide-pencil',
    tone: 'neutral',
    tell: (_, who) => `${who} put right what it says`,
  },
  'lead.assigned': {
    icon: 'i-lucide-user-check',
    tone: 'neutral',
    tell: ({ assignee }, who) =>
      assignee ? `${who} assigned it to ${assignee}` : `${who} took the assignee away`,
  },
  'conversation.assigned': {
    icon: 'i-lucide-message-circle-reply',
    tone: 'neutral',
    tell: ({ assignee }, who) =>
      assignee ? `${who} gave ${assignee} the conversation` : `${who} gave the conversation to nobody`,
  },
  'lead.started': { icon: 'i-lucide-play', tone: 'warning', tell: (_, who) => `${who} started work on it` },
  'lead.lost': { icon: 'i-lucide-circle-x', tone: 'error', tell: (_, who) => `${who} marked it as lost` },
  'lead.cancelled': { icon: 'i-lucide-ban', tone: 'error', tell: (_, who) => `${who} cancelled the request` },
  'lead.converted': {
    icon: 'i-lucide-clipboard-check',
    tone: 'success',
    tell: ({ order }, who) => `${who} converted it to ${order ? `order ${order.reference}` : 'an order'}`,
  },
  'lead.window_held': {
    icon: 'i-lucide-calendar-search',
    tone: 'primary',
    tell: (entry, who) => `${who} asked for ${windowOf(entry)}`,
  },
  'order.cancelled': {
    icon: 'i-lucide-calendar-x',
    tone: 'error',
    tell: (entry, who) => `${who} cancelled the order${withVisits(entry)}`,
  },
  'order.updated': {
    icon: 'i-lucide-map-pin',
    tone: 'neutral',
    tell: (_, who) => `${who} changed where the work is done`,
  },
  'order.finished': {
    icon: 'i-lucide-check-check',
    tone: 'success',
    tell: (entry, who) => `${who} finished the work${withVisits(entry)}`,
  },
  'visit.planned': {
    icon: 'i-lucide-calendar-plus',
    tone: 'success',
    tell: (entry, who) => `${who} planned a visit${withPerson(entry)}: ${windowOf(entry)}`,
  },
  'visit.rescheduled': {
    icon: 'i-lucide-calendar-clock',
    tone: 'warning',
    tell: (entry, who) => `${who} rescheduled the visit${withPerson(entry)}: ${windowOf(entry)}`,
  },
  'visit.finished': {
    icon: 'i-lucide-calendar-check',
    tone: 'success',
    tell: (entry, who) => `${who} finished the visit: ${windowOf(entry)}`,
  },
  'visit.reopened': {
    icon: 'i-lucide-undo-2',
    tone: 'neutral',
    tell: (entry, who) => `${who} planned the visit again: ${windowOf(entry)}`,
  },
  'visit.cancelled': {
    icon: 'i-lucide-calendar-x',
    tone: 'error',
    tell: (entry, who) => `${who} cancelled the visit: ${windowOf(entry)}`,
  },
  'message.created': {
    icon: 'i-lucide-message-circle',
    tone: 'primary',
    tell: ({ message }, who) => `${message?.authorName ?? who} wrote`,
  },
  'note.created': {
    icon: 'i-lucide-notebook-pen',
    tone: 'warning',
    tell: ({ note }, who) => `${note?.authorName ?? who} noted`,
  },
}

// They happen together with lead.converted, which says it all.
const SILENT = ['order.created']

export function tellingOf(entry: Entry, customerName: string) {
  const telling = TELLINGS[entry.kind]
  const who = whoOf(entry, customerName)
  return telling
    ? { icon: telling.icon, tone: telling.tone, title: telling.tell(entry, who) }
    : {
        icon: 'i-lucide-dot',
        tone: 'neutral' as const,
        title: `${who}: ${entry.kind.replaceAll(/[._]/g, ' ')}`,
      }
}

export const isTold = ({ kind }: Entry) => !SILENT.includes(kind)

function whoOf({ actor }: Entry, customerName: string) {
  if (actor.kind === 'customer') return actor.name ?? customerName
  else if (actor.name) return actor.name
  else return 'Latchkey'
}
