import type User from '#app/identity/user'
import type Tenant from '#app/tenancy/tenant'
import CsvExport, { BATCH, type Column } from '#app/exports/csv_export'
import { CrmSyncExported } from '#app/crm_connections/crm_sync_events'
import CrmSyncRow from '#app/crm_connections/crm_sync_row'
import { OUTCOMES } from '#app/crm_connections/crm_sync_words'
import type { Outcome } from '#app/crm_connections/crm_push'

type Filters = { syncId: string; outcome?: Outcome }

/** What became, or would become, of each customer, as a file. */
export default class CrmSyncExport extends CsvExport<CrmSyncRow, Filters> {
  protected subject = 'customers' as const

  constructor(user: User, tenant: Tenant, filters: Filters) {
    super(CrmSyncExported, user, tenant, filters)
  }

  protected async count() {
    const { syncId, outcome } = this.filters
    const rows = CrmSyncRow.seenBy(this.user, { id: syncId }, { outcome, action: 'export' })
    const [{ $extras: counted }] = await rows.count('*', 'count')
    return Number(counted.count)
  }

  protected page(after?: string) {
    const { syncId, outcome } = this.filters
    return CrmSyncRow.page({ id: syncId }, this.user, { outcome, after, limit: BATCH, action: 'export' })
  }

  protected columns(): Column<CrmSyncRow>[] {
    return [
      { label: 'Customer', of: ({ customer }) => customer.name },
      { label: 'What', of: ({ outcome }) => OUTCOMES[outcome] },
      { label: 'Details', of: ({ detail }) => detail ?? null },
      { label: 'Id', of: ({ customerId }) => customerId },
    ]
  }
}
