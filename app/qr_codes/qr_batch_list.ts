import { countInWords } from '#app/platform/database/capped_count'
import { newestFirst } from '#app/platform/database/keyset_page'
import db from '@adonisjs/lucid/services/db'
import QrBatch from '#app/qr_codes/qr_batch'

/** A company's batches, newest first, with how far their codes have come. */
export default class QrBatchList {
  constructor(private filters: { after?: string }) {}

  page() {
    return newestFirst(
      QrBatch.query().select('qr_batches.*', db.raw(ASSIGNED)).preload('creator'),
      this.filters.after
    )
  }

  count() {
    return countInWords(QrBatch.query())
  }
}

const ASSIGNED = `(select count(*) from qr_codes
  where qr_codes.tenant_id = qr_batches.tenant_id and qr_codes.qr_batch_id = qr_batches.id and qr_codes.state = 'assigned') as assigned`
