import type { HttpContext } from '@adonisjs/core/http'
import { countUpTo } from '#app/platform/database/capped_count'
import Lead from '#app/leads/lead'
import QrAssignment from '#app/qr_codes/qr_assignment'
import QrAssignmentTransformer from '#app/qr_codes/qr_assignment_transformer'
import QrBatchTransformer from '#app/qr_codes/qr_batch_transformer'
import QrCode from '#app/qr_codes/qr_code'
import QrCodePolicy from '#app/qr_codes/qr_code_policy'
import QrCodeTransformer from '#app/qr_codes/qr_code_transformer'
import { scansByDayOf } from '#app/scans/scan_days'
import StickerReport from '#app/qr_codes/sticker_report'
import StickerReportTransformer from '#app/qr_codes/sticker_report_transformer'

const MOST_LEADS = 1_000

export default class QrCodesController {
  async show({ params, bouncer, user, tenant, inertia }: HttpContext) {
    await bouncer.with(QrCodePolicy).authorize('show')
    const code = await QrCode.query().where('id', params.id).preload('batch').firstOrFail()
    await QrCode.nameCustomers([code], user)
    return inertia.render('qr_codes/qr_codes/show', {
      code: QrCodeTransformer.transform(code, user),
      batch: QrBatchTransformer.transform(code.batch),
      history: QrAssignmentTransformer.transform(await QrAssignment.historyOf(code.id, user), user),
      reports: StickerReportTransformer.transform(await StickerReport.openOf(code)),
      leads: await countUpTo(Lead.visibleTo(user).where('qrCodeId', code.id), MOST_LEADS),
      scans: await scansByDayOf(code, tenant.timeZone),
      link: code.urlAt(code.batch.host),
      may: { retire: await bouncer.with(QrCodePolicy).allows('retire') },
    })
  }
}
