import type { LucidModel } from '@adonisjs/lucid/types/model'
import Customer from '#app/customers/customer'
import Invitation from '#app/identity/invitation'
import Lead from '#app/leads/lead'
import LeadFlow from '#app/lead_flows/lead_flow'
import Order from '#app/orders/order'
import User from '#app/identity/user'
import type { AuditRow } from '#app/audit/audit_search'

type Named = { id: string; name?: string; number?: number }

const SUBJECTS: Record<string, LucidModel> = {
  customer: Customer,
  invitation: Invitation,
  lead: Lead,
  lead_flow: LeadFlow,
  order: Order,
  user: User,
}
const PEOPLE = ['userId', 'assigneeId', 'joined', 'left', 'leads']

/** The names of whatever some events speak of, by id: one query for each kind of record. */
export async function namesIn(rows: AuditRow[], options?: { connection: string }) {
  const names = new Map<string, string>()
  for (const [type, model] of Object.entries(SUBJECTS)) {
    const ids = rows.filter((row) => row.subject_type === type).map((row) => row.subject_id)
    if (type === 'user') ids.push(...rows.flatMap(({ data }) => PEOPLE.flatMap((key) => idsIn(data[key]))))
    for (const { id, name, number } of await named(model, ids, options)) names.set(id, name ?? `#${number}`)
  }
  return names
}

const idsIn = (value: unknown) => [value].flat().filter((one): one is string => typeof one === 'string')

async function named(model: LucidModel, ids: string[], options?: { connection: string }): Promise<Named[]> {
  return ids.length
    ? ((await model.query(options).whereIn('id', [...new Set(ids)])) as unknown as Named[])
    : []
}
