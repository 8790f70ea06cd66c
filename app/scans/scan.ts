import { DateTime } from 'luxon'
import { newId } from '#app/platform/ids'
import { Current } from '#app/platform/database/current'
import type Tenant from '#app/tenancy/tenant'
import type QrCode from '#app/qr_codes/qr_code'
import type { ScanVisitor } from '#app/scans/scan_visitor'
import { LEAD_WRITES, SCAN_WRITES } from '#app/scans/scan_writes'

/** A code's page opened from its sticker, and perhaps the request that came of it. */
export class Scan {
  constructor(
    private code: QrCode,
    private tenant: Tenant,
    private leadFlowId: string | null
  ) {}

  /** People count, programs do not, and who looks again within minutes counts once. */
  recordOf(visitor: Pick<ScanVisitor, 'isPerson' | 'markFor'>) {
    if (!visitor.isPerson) return
    const place = this.place()
    const mark = visitor.markFor(this.code, place.day).toString('hex')
    Current.postpone(SCAN_WRITES, { ...place, seenAt: DateTime.utc().toISO(), visitor: mark })
  }

  becameLead() {
    Current.postpone(LEAD_WRITES, this.place())
  }

  private place() {
    const { id: qrCodeId, qrBatchId } = this.code
    const day = DateTime.utc().setZone(this.tenant.timeZone).toISODate()!
    return { id: newId(), day, qrCodeId, qrBatchId, leadFlowId: this.leadFlowId }
  }
}
