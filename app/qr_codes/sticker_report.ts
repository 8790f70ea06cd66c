import { DateTime } from 'luxon'
import { StickerReportSchema } from '#database/schema'
import { lockRow } from '#app/platform/database/row_lock'
import type User from '#app/identity/user'
import type QrCode from '#app/qr_codes/qr_code'
import { QrCodeCleared, QrCodeSuspected } from '#app/qr_codes/qr_code_events'

/** Enough to know that something is wrong; more would only bury it. */
export const MOST_REPORTS = 20

/** Somebody thinks that a sticker has been tampered with. Its code is suspected until a colleague has looked. */
export default class StickerReport extends StickerReportSchema {
  static openOf(code: { id: string }) {
    return this.query().where('qrCodeId', code.id).whereNull('clearedAt').orderBy('id', 'desc')
  }

  /** Which of the codes are suspected. */
  static async suspectedOf(codes: { id: string }[]) {
    const open = this.query().whereNull('clearedAt').distinct('qrCodeId')
    const rows = await open.whereIn(
      'qrCodeId',
      codes.map(({ id }) => id)
    )
    return rows.map(({ qrCodeId }) => qrCodeId)
  }

  /** The same form again is the same report. Only the first one is told: the company looks once. */
  static async take(code: QrCode, { comment, key }: { comment: string | null; key: string }) {
    await lockRow(code)
    const open = await this.openOf(code).limit(MOST_REPORTS)
    const isKnown = await this.findBy('submissionKey', key)
    if (isKnown || open.length >= MOST_REPORTS) return
    await this.create({ qrCodeId: code.id, comment, submissionKey: key, clearedAt: null, clearedBy: null })
    if (open.length === 0)
      await QrCodeSuspected.record(code, { code: code.displayCode, customerId: code.customerId })
  }

  /** A colleague has looked: the code is as it should be. Saying so twice is calm. */
  static async clear(code: QrCode, { by }: { by: User }) {
    await lockRow(code)
    const open = await this.openOf(code)
    for (const report of open) await report.merge({ clearedAt: DateTime.utc(), clearedBy: by.id }).save()
    if (open.length > 0)
      await QrCodeCleared.record(code, { code: code.displayCode, customerId: code.customerId })
  }
}
