import type { LucidModel } from '@adonisjs/lucid/types/model'
import Customer from '#app/customers/customer'
import Invitation from '#app/identity/invitation'
import Lead from '#app/leads/lead'
import LeadFlow from '#app/lead_flows/lead_flow'
import Order from '#app/orders/order'
import User from '#app/identity/user'
import type { AuditRow } from '#app/audit/audit_search'

/** Records of which somebody may see some only. */
type Limited = LucidModel & { visibleTo?(reader: User): ReturnType<LucidModel['query']> }
/** Nobody reads as the operator, who sees them all. */
type Asking = { reader: User | null } | { connection: string }
type Named = { id: string; name?: string; reference?: string }

const SUBJECTS: Record<string, Limited> = {
  customer: Customer,
  invitation: Invitation,
  lead: Lead,
  lead_flow: LeadFlow,
  order: Order,
  user: User,
}
const PEOPLE = ['userId', 'assigneeId', 'joined', 'left', 'leads']

/**
 * The names of whatever some events speak of, by id: one query for each kind of record. A reader learns those of records
 * that they may see.
 */
export async function namesIn(rows: AuditRow[], asking: Asking) {
  const names = new Map<string, string>()
  for (const [type, model] of Object.entries(SUBJECTS)) {
    const ids = rows.filter((row) => row.subject_type === type).map((row) => row.subject_id)
    if (type === 'user') ids.push(...rows.flatMap(({ data }) => PEOPLE.flatMap((key) => idsIn(data[key]))))
    for (const { id, name, reference } of await named(model, [...new Set(ids)], asking))
      names.set(id, name ?? `#${reference}`)
  }
  return names
}

const idsIn = (value: unknown) => [value].flat().filter((one): one is string => typeof one === 'string')

async function named(model: Limited, ids: string[], asking: Asking): Promise<Named[]> {
  const among = () => {
    if ('connection' in asking) return model.query(asking)
    return (asking.reader && model.visibleTo?.(asking.reader)) ?? model.query()
  }
  return ids.length ? ((await among().whereIn(`${model.table}.id`, ids)) as unknown as Named[]) : []
}
