import db from '@adonisjs/lucid/services/db'
import { asShown } from '#app/platform/events/event_versions'
import type { ActorKind } from '#app/platform/database/current'
import Customer from '#app/customers/customer'
import type User from '#app/identity/user'
import QrCode from '#app/qr_codes/qr_code'
import { grouped } from '#app/qr_codes/short_code'

const LATEST = 100

type Row = {
  id: string
  name: string
  version: number
  occurred_at: Date
  actor_kind: ActorKind
  actor_name: string | null
  subject_id: string
  data: Partial<{ fields: string[]; customerId: string | null; previousCustomerId: string | null }>
}

/** What happened to a customer's record and codes, as far as somebody may read it, newest first. */
export default class CustomerTimeline {
  #records = new Set<string>()

  constructor(
    private customer: Customer,
    private reader: User
  ) {}

  async entries() {
    const merged = await Customer.query().where('mergedInto', this.customer.id).select('id').limit(LATEST)
    this.#records = new Set([this.customer.id, ...merged.map(({ id }) => id)])
    const codes = await this.codes()
    const rows = await this.events([...this.#records, ...codes.keys()])
    return rows
      .filter((row) => this.concerns(row))
      .map((row) => ({
        id: row.id,
        kind: this.kindOf(row),
        at: row.occurred_at,
        actor: { kind: row.actor_kind, name: row.actor_name },
        fields: this.shownOf(row),
        code: codes.get(row.subject_id) ?? null,
      }))
  }

  /** Every code that was ever bound to the customer. */
  private async codes(): Promise<Map<string, string>> {
    if (!QrCode.areShownTo(this.reader)) return new Map()
    const rows = await db
      .from('qr_assignments')
      .join('qr_codes', (on) =>
        on
          .on('qr_codes.tenant_id', 'qr_assignments.tenant_id')
          .andOn('qr_codes.id', 'qr_assignments.qr_code_id')
      )
      .where({
        'qr_assignments.tenant_id': this.customer.tenantId,
        'qr_assignments.customer_id': this.customer.id,
      })
      .distinct('qr_codes.id', 'qr_codes.short_code')
      .limit(LATEST)
    return new Map(rows.map(({ id, short_code: shortCode }) => [id, grouped(shortCode)]))
  }

  private async events(about: string[]) {
    const rows: Row[] = await db
      .from('events')
      .where('tenant_id', this.customer.tenantId)
      .whereIn('subject_id', about)
      .select('id', 'name', 'version', 'occurred_at', 'actor_kind', 'actor_name', 'subject_id', 'data')
      .orderBy('id', 'desc')
      .limit(LATEST)
    return rows.map(asShown)
  }

  // A code has a life before and after this customer, which is not the customer's.
  private concerns({ subject_id: subjectId, data }: Row) {
    const isOfThem = [subjectId, data.customerId, data.previousCustomerId].some((id) =>
      this.#records.has(id ?? '')
    )
    return isOfThem && (!data.fields || this.shownOf({ data }).length > 0)
  }

  private shownOf({ data }: Pick<Row, 'data'>) {
    const fields = this.reader.fields('customers')
    return (data.fields ?? []).filter((field) => fields.levelOf(field) !== 'none')
  }

  private kindOf({ name, data }: Row) {
    return this.#records.has(data.previousCustomerId ?? '') ? 'qr_code.taken' : name
  }
}

export type CustomerEntry = Awaited<ReturnType<CustomerTimeline['entries']>>[number]
