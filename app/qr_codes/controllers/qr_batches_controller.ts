import type { HttpContext } from '@adonisjs/core/http'
import { appUrl } from '#config/app'
import LeadFlow from '#app/lead_flows/lead_flow'
import LabelSheet from '#app/qr_codes/label_sheet'
import { LabelTemplate } from '#app/qr_codes/label_template'
import LabelTemplateTransformer from '#app/qr_codes/label_template_transformer'
import QrBatch, { isLoopback, MAX_QUANTITY } from '#app/qr_codes/qr_batch'
import QrBatchList from '#app/qr_codes/qr_batch_list'
import QrBatchPolicy from '#app/qr_codes/qr_batch_policy'
import QrBatchTransformer from '#app/qr_codes/qr_batch_transformer'
import QrCodeList from '#app/qr_codes/qr_code_list'
import QrCodePolicy from '#app/qr_codes/qr_code_policy'
import QrCodeTransformer from '#app/qr_codes/qr_code_transformer'
import StickerReport from '#app/qr_codes/sticker_report'
import { scansByDayOfBatch } from '#app/scans/scan_days'
import { scansOfBatch } from '#app/scans/scanned_batch'
import {
  qrBatchChangeValidator,
  qrBatchFiltersValidator,
  qrBatchValidator,
  qrCodeFiltersValidator,
} from '#app/qr_codes/qr_code_validator'

export default class QrBatchesController {
  async index({ request, bouncer, inertia }: HttpContext) {
    await bouncer.with(QrBatchPolicy).authorize('index')
    const list = new QrBatchList(await request.validateUsing(qrBatchFiltersValidator))
    const { rows, nextCursor } = await list.page()
    return inertia.render('qr_codes/qr_batches/index', {
      batches: QrBatchTransformer.transform(rows).useVariant('forRow'),
      meta: { nextCursor, count: await list.count() },
      may: { create: await bouncer.with(QrBatchPolicy).allows('create') },
    })
  }

  async create({ bouncer, tenant, inertia }: HttpContext) {
    await bouncer.with(QrBatchPolicy).authorize('create')
    return inertia.render('qr_codes/qr_batches/create', {
      templates: LabelTemplateTransformer.transform([
        ...(await LabelSheet.templates()),
        ...LabelTemplate.all,
      ]),
      preferred: tenant.country === 'US' || tenant.country === 'CA' ? 'letter-20' : 'a4-24',
      flows: await flowsToChoose(),
      host: appUrl,
      isLoopback: isLoopback(appUrl),
      maxQuantity: MAX_QUANTITY,
      logoUrl: tenant.logoUrl ?? null,
    })
  }

  async store({ request, response, bouncer, user, tenant, session }: HttpContext) {
    await bouncer.with(QrBatchPolicy).authorize('create')
    const { hasLogo, ...order } = await request.validateUsing(qrBatchValidator)
    if (order.leadFlowId) await LeadFlow.findInUse(order.leadFlowId)
    const batch = await QrBatch.make({
      ...order,
      logoKey: hasLogo ? tenant.logoKey : null,
      host: appUrl,
      by: user,
    })
    session.flash('notice', `${batch.quantity.toLocaleString('en')} blank codes are ready to print`)
    return response.redirect().toRoute('qr_codes.qr_batches.show', { id: batch.id })
  }

  async show({ params, request, bouncer, user, tenant, inertia }: HttpContext) {
    await bouncer.with(QrBatchPolicy).authorize('show')
    const batch = await QrBatch.query().where('id', params.id).preload('creator').firstOrFail()
    const filters = await request.validateUsing(qrCodeFiltersValidator)
    const list = new QrCodeList(batch, filters, user)
    const { rows, nextCursor } = await list.page()
    const scans = await scansOfBatch(batch)
    return inertia.render('qr_codes/qr_batches/show', {
      batch: QrBatchTransformer.transform(batch),
      counts: await list.countByState(),
      scans,
      scanDays: await scansByDayOfBatch(batch, scans.scans, tenant.timeZone),
      codes: QrCodeTransformer.transform(rows, user),
      suspected: await StickerReport.suspectedOf(rows),
      meta: { nextCursor },
      filters,
      flows: await flowsToChoose(),
      may: {
        update: await bouncer.with(QrBatchPolicy).allows('update'),
        print: await bouncer.with(QrBatchPolicy).allows('print'),
        retire: await bouncer.with(QrCodePolicy).allows('retire'),
      },
    })
  }

  async update({ params, request, response, bouncer, session }: HttpContext) {
    await bouncer.with(QrBatchPolicy).authorize('update')
    const batch = await QrBatch.query().where('id', params.id).firstOrFail()
    const changes = await request.validateUsing(qrBatchChangeValidator)
    // The flow that it has already may have gone out of use since.
    if (changes.leadFlowId && changes.leadFlowId !== batch.leadFlowId)
      await LeadFlow.findInUse(changes.leadFlowId)
    await batch.revise(changes)
    session.flash('notice', 'The batch is changed')
    return response.redirect().toRoute('qr_codes.qr_batches.show', { id: batch.id })
  }
}

async function flowsToChoose() {
  const flows = await LeadFlow.inUse().orderBy('name').orderBy('id')
  return flows.map(({ id, name, isDefault }) => ({ id, name, isDefault }))
}
