import type { Data } from '@generated/data'

type Entry = Data.Timelines.CustomerEntry
type Tone = 'neutral' | 'primary' | 'success' | 'warning' | 'error'
type Telling = { icon: string; tone?: Tone; title: string }

const FIELDS: Record<string, string> = { unit: 'apartment', postcode: 'postcode', email: 'e-mail' }
const list = new Intl.ListFormat(undefined, { type: 'conjunction' })

const TELLINGS: Record<string, (who: string, entry: Entry) => Telling> = {
  'customer.created': (who) => ({
    icon: 'i-lucide-user-plus',
    tone: 'primary',
    title: `${who} added this customer`,
  }),
  'customer.updated': (who, { fields }) => ({
    icon: 'i-lucide-pencil',
    title: `${who} changed the ${list.format(fields.map((field) => FIELDS[field] ?? field))}`,
  }),
  'customer.archived': (who) => ({ icon: 'i-lucide-archive', title: `${who} archived this customer` }),
  'customer.restored': (who) => ({
    icon: 'i-lucide-archive-restore',
    title: `${who} restored this customer`,
  }),
  'customer.merged': (who) => ({
    icon: 'i-lucide-merge',
    tone: 'primary',
    title: `${who} merged another record of theirs into this one`,
  }),
  'qr_code.assigned': (who, { code }) => ({
    icon: 'i-lucide-link',
    tone: 'success',
    title: `${who} bound code ${code}`,
  }),
  'qr_code.taken': (who, { code }) => ({
    icon: 'i-lucide-arrow-right-left',
    title: `${who} took code ${code} to another customer`,
  }),
  'qr_code.released': (who, { code }) => ({
    icon: 'i-lucide-undo-2',
    title: `${who} made code ${code} blank again`,
  }),
  'qr_code.retired': (who, { code }) => ({ icon: 'i-lucide-ban', title: `${who} retired code ${code}` }),
  'qr_code.lost': (who, { code }) => ({
    icon: 'i-lucide-circle-help',
    tone: 'warning',
    title: `${who} reported code ${code} lost`,
  }),
}

/** The history of a customer, in sentences. */
export function customerHistory(entries: Entry[]) {
  return entries.flatMap((entry) => {
    const telling = TELLINGS[entry.kind]?.(entry.actor.name ?? 'Latchkey', entry)
    return telling ? [{ ...telling, id: entry.id, at: entry.at }] : []
  })
}
