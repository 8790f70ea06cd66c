import type { LucidModel } from '@adonisjs/lucid/types/model'
import Role from '#app/access/role'
import Team from '#app/access/team'
import Customer from '#app/customers/customer'
import CustomerContact from '#app/customers/customer_contact'
import CustomerSite from '#app/customers/customer_site'
import LeadFlow from '#app/lead_flows/lead_flow'
import User from '#app/identity/user'
import { shownFields } from '#app/timelines/record_fields'
import type { HistoryRow } from '#app/timelines/record_history'

/** `words` are for people: the name behind an id. */
export type ToldValue = { value: string | null; words: string | null }
export type ToldChange = {
  field: string
  label: string
  isTime: boolean
  before: ToldValue
  after: ToldValue
}
export type HistoryEntry = { row: HistoryRow; changes: ToldChange[] }

const TIME = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/
const GONE = 'somebody or something that is gone'

type Named = Map<string, string>

/** The entries with what changed, as far as the reader may see the fields; ids are named, one query for each kind. */
export async function tellChanges(rows: HistoryRow[], reader: User): Promise<HistoryEntry[]> {
  const names = await namesIn(rows, reader)
  return rows.map((row) => ({ row, changes: changesOf(row, reader, names) }))
}

function changesOf({ subject_type: type, changes }: HistoryRow, reader: User, names: Named): ToldChange[] {
  return Object.entries(shownFields(type, reader))
    .filter(([field]) => changes && field in changes)
    .map(([field, label]) => {
      const [before, after] = changes![field]
      return {
        field,
        label,
        isTime: [before, after].some((value) => typeof value === 'string' && TIME.test(value)),
        before: told(field, before, names),
        after: told(field, after, names),
      }
    })
}

function told(field: string, value: unknown, names: Named): ToldValue {
  return { value: textOf(value), words: wordsFor(field, value, names) }
}

function wordsFor(field: string, value: unknown, names: Named) {
  if (value === null || value === undefined) return null
  else if (field in SOURCES) return names.get(String(value)) ?? GONE
  else if (typeof value === 'boolean') return value ? 'Yes' : 'No'
  else return typeof value === 'object' ? grantsIn(value) : String(value)
}

/** A value as text, for those who compare it. */
export const textOf = (value: unknown) =>
  value === null || value === undefined || typeof value === 'string' ? (value ?? null) : JSON.stringify(value)

const SOURCES: Record<string, (ids: string[], reader: User) => Promise<{ id: string; name: string }[]>> = {
  assigneeId: (ids) => named(User, ids),
  teamId: (ids) => named(Team, ids),
  parentId: (ids) => named(Team, ids),
  roleId: (ids) => named(Role, ids),
  leadFlowId: (ids) => named(LeadFlow, ids),
  contactId: (ids) => named(CustomerContact, ids),
  siteId: async (ids, reader) => {
    const sites = reader.fields('customers').shows('sites')
      ? await CustomerSite.query().whereIn('id', ids)
      : []
    return sites.map(({ id, label: name }) => ({ id, name }))
  },
  customerId: async (ids, reader) => Customer.visibleTo(reader).whereIn('customers.id', ids),
}

const named = async (model: LucidModel, ids: string[]) =>
  (await model.query().whereIn('id', ids)) as unknown as { id: string; name: string }[]

async function namesIn(rows: HistoryRow[], reader: User): Promise<Named> {
  const names: Named = new Map()
  for (const [field, find] of Object.entries(SOURCES)) {
    const ids = rows.flatMap(({ changes }) => changes?.[field] ?? []).filter((id) => typeof id === 'string')
    const found = ids.length > 0 ? await find([...new Set(ids)] as string[], reader) : []
    for (const { id, name } of found) names.set(id, name)
  }
  return names
}

/** `{ leads: { read: 'own' } }` as one line: "leads read own". */
function grantsIn(value: object): string {
  const parts = Object.entries(value).map(([key, one]) =>
    typeof one === 'object' && one !== null ? `${key}: ${grantsIn(one)}` : `${key} ${one}`
  )
  return parts.join(', ').replaceAll('_', ' ')
}
