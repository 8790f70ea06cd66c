import db from '@adonisjs/lucid/services/db'
import type User from '#app/identity/user'
import type QrBatch from '#app/qr_codes/qr_batch'
import { readStart } from '#app/qr_codes/short_code'
import QrCode, { QR_CODE_STATES, type QrCodeState } from '#app/qr_codes/qr_code'

const PAGE = 50

/** Somebody thinks that the sticker was tampered with, and no colleague has looked yet. */
const REPORTED = `qr_codes.id in (select qr_code_id from sticker_reports where cleared_at is null)`

export type QrCodeFilters = { state?: QrCodeState | 'reported'; search?: string; after?: number }

/** The codes of one batch as they lie on its sheets. */
export default class QrCodeList {
  constructor(
    private batch: QrBatch,
    private filters: QrCodeFilters,
    private user: User
  ) {}

  async page() {
    const { state, search, after = 0 } = this.filters
    const codes = QrCode.query().where('qrBatchId', this.batch.id).where('position', '>', after)
    if (state === 'reported') codes.whereRaw(REPORTED)
    else if (state) codes.where('state', state)
    if (search) codes.whereRaw('starts_with(short_code, ?)', [readStart(search) ?? '?'])
    const found = await codes.orderBy('position').limit(PAGE + 1)
    const rows = await QrCode.nameCustomers(found.slice(0, PAGE), this.user)
    return { rows, nextCursor: found.length > PAGE ? String(rows[PAGE - 1].position) : null }
  }

  async countByState(): Promise<Record<QrCodeState | 'reported', number>> {
    const reported = await QrCode.query()
      .where('qrBatchId', this.batch.id)
      .whereRaw(REPORTED)
      .count('* as count')
      .pojo<{ count: string }>()
    const rows = await db
      .from('qr_codes')
      .where({ tenant_id: this.batch.tenantId, qr_batch_id: this.batch.id })
      .groupBy('state')
      .select('state')
      .count('* as count')
    const counts = new Map(rows.map(({ state, count }) => [state, Number(count)]))
    const byState = QR_CODE_STATES.map((state) => [state, counts.get(state) ?? 0] as const)
    return {
      ...(Object.fromEntries(byState) as Record<QrCodeState, number>),
      reported: Number(reported[0].count),
    }
  }
}
