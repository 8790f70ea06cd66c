import db from '@adonisjs/lucid/services/db'
import { firstOfLast } from '#app/platform/last_days'
import { Current } from '#app/platform/database/current'
import type LeadFlow from '#app/lead_flows/lead_flow'
import { rateOf, verdictOn, type Tried } from '#app/lead_flows/flow_verdict'

export const COMPARED_DAYS = ['30', '90', '365'] as const

type Batch = { id: string; name: string; of: string } & Tried

/** Two flows beside each other: who scanned a code with them in the last days, and how many sent a request. */
export class FlowComparison {
  constructor(
    private flows: [LeadFlow, LeadFlow],
    private timeZone: string,
    private days: number
  ) {}

  async outcome() {
    const batches = await this.batches()
    const [first, second] = this.flows.map((flow) => this.sideOf(flow, batches))
    return { sides: [first, second], verdict: verdictOn(first, second) }
  }

  private sideOf({ id, name }: LeadFlow, all: Batch[]) {
    const batches = all.filter(({ of }) => of === id)
    const people = batches.reduce((sum, batch) => sum + batch.people, 0)
    const requests = batches.reduce((sum, batch) => sum + batch.requests, 0)
    return { id, name, people, requests, rate: rateOf({ people, requests }), batches }
  }

  private async batches(): Promise<Batch[]> {
    const from = firstOfLast(this.days, this.timeZone).toISODate()!
    const { rows } = await db.rawQuery<{ rows: Batch[] }>(
      `select counted.*, qr_batches.name from (
         select qr_batch_id as id, lead_flow_id as of, sum(visitors)::int as people, sum(leads)::int as requests
         from qr_scan_days where tenant_id = :tenantId and day >= :from and lead_flow_id in (:one, :other)
         group by 1, 2
       ) counted join qr_batches on qr_batches.tenant_id = :tenantId and qr_batches.id = counted.id
       order by people desc, counted.id`,
      { tenantId: Current.tenantId, from, one: this.flows[0].id, other: this.flows[1].id }
    )
    return rows
  }
}
