import type { DateTime } from 'luxon'
import db from '@adonisjs/lucid/services/db'
import { firstOfLast } from '#app/platform/last_days'
import { Current } from '#app/platform/database/current'

export const SCAN_PERIODS = [7, 30, 90, 365] as const
export const SCAN_GROUPS = ['day', 'batch', 'flow', 'person'] as const
export type ScanPeriod = (typeof SCAN_PERIODS)[number]
export type ScanGroup = (typeof SCAN_GROUPS)[number]
export type ScanCounts = { scans: number; visitors: number; leads: number }
export type ScanRow = ScanCounts & { id: string; of: string | null; name: string | null }

export const SCAN_ROWS_SHOWN = 100

const COUNTS = `coalesce(sum(scans), 0)::int as scans, coalesce(sum(visitors), 0)::int as visitors,
  coalesce(sum(leads), 0)::int as leads`
const BY = {
  batch: { key: 'qr_batch_id', table: 'qr_batches' },
  flow: { key: 'lead_flow_id', table: 'lead_flows' },
  person: { key: 'bound_by', table: 'users' },
}

/** How often a company's codes were scanned in the last days, and how many requests came of it. */
export class ScanReport {
  private from: DateTime
  private today: DateTime

  constructor(
    timeZone: string,
    private days: ScanPeriod
  ) {
    this.today = firstOfLast(1, timeZone)
    this.from = firstOfLast(days, timeZone)
  }

  async totals(): Promise<ScanCounts> {
    const [row] = await this.read<ScanCounts>(`select ${COUNTS} from qr_scan_days where ${WITHIN}`)
    return row
  }

  by(group: ScanGroup): Promise<ScanRow[]> {
    return group === 'day' ? this.byTime() : this.byOwner(BY[group])
  }

  private byOwner({ key, table }: { key: string; table: string }) {
    return this.read<ScanRow>(`
      select coalesce(counted.of::text, 'none') as id, counted.of, ${table}.name, scans, visitors, leads
      from (select ${key} as of, ${COUNTS} from qr_scan_days where ${WITHIN} group by ${key}
        order by scans desc, ${key} limit ${SCAN_ROWS_SHOWN}) counted
      left join ${table} on ${table}.tenant_id = :tenantId and ${table}.id = counted.of
      order by scans desc, id`)
  }

  // Days without a scan are shown too: a gap says something.
  private async byTime(): Promise<ScanRow[]> {
    const unit = this.days > 90 ? 'month' : 'day'
    const rows = await this.read<ScanCounts & { id: string }>(
      `select date_trunc('${unit}', day)::date::text as id, ${COUNTS} from qr_scan_days where ${WITHIN} group by 1`
    )
    const known = new Map(rows.map((row) => [row.id, row]))
    const all: ScanRow[] = []
    for (let at = this.today.startOf(unit); at >= this.from.startOf(unit); at = at.minus({ [unit]: 1 })) {
      const id = at.toISODate()!
      all.push({ scans: 0, visitors: 0, leads: 0, ...known.get(id), id, of: null, name: id })
    }
    return all
  }

  private async read<Row>(sql: string) {
    const given = { tenantId: Current.tenantId, from: this.from.toISODate() }
    return (await db.rawQuery<{ rows: Row[] }>(sql, given)).rows
  }
}

const WITHIN = 'qr_scan_days.tenant_id = :tenantId and day >= :from'
