import type { HttpContext } from '@adonisjs/core/http'
import LabelSheet from '#app/qr_codes/label_sheet'
import { factsOf } from '#app/qr_codes/label_sheet_facts'
import LabelSheetTransformer from '#app/qr_codes/label_sheet_transformer'
import { labelSheetValidator, newLabelSheetValidator } from '#app/qr_codes/label_sheet_validator'
import { LabelTemplate } from '#app/qr_codes/label_template'
import LabelTemplateTransformer from '#app/qr_codes/label_template_transformer'
import QrBatchPolicy from '#app/qr_codes/qr_batch_policy'

export default class LabelSheetsController {
  async index({ bouncer, inertia }: HttpContext) {
    await bouncer.with(QrBatchPolicy).authorize('index')
    return inertia.render('qr_codes/label_sheets/index', {
      sheets: LabelSheetTransformer.transform(await LabelSheet.listed()),
      standard: LabelTemplateTransformer.transform(LabelTemplate.all),
      may: { create: await bouncer.with(QrBatchPolicy).allows('create') },
    })
  }

  async create({ request, bouncer, tenant, inertia }: HttpContext) {
    await bouncer.with(QrBatchPolicy).authorize('create')
    const { from = 'a4-24' } = await request.validateUsing(newLabelSheetValidator)
    const template = await LabelSheet.templateOf(from)
    return inertia.render('qr_codes/label_sheets/create', {
      sheet: { id: null, name: '', ...factsOf(template) },
      like: template.name,
      hasLogo: Boolean(tenant.logoKey),
    })
  }

  async store({ request, response, bouncer, session }: HttpContext) {
    await bouncer.with(QrBatchPolicy).authorize('create')
    const sheet = await LabelSheet.add(await request.validateUsing(labelSheetValidator))
    session.flash('notice', `“${sheet.name}” can be chosen for new batches now`)
    return response.redirect().toRoute('qr_codes.label_sheets.index')
  }

  async edit({ params, bouncer, tenant, inertia }: HttpContext) {
    await bouncer.with(QrBatchPolicy).authorize('create')
    const sheet = await LabelSheet.findOrFail(params.id)
    return inertia.render('qr_codes/label_sheets/edit', {
      sheet: LabelSheetTransformer.transform(sheet),
      hasLogo: Boolean(tenant.logoKey),
    })
  }

  async update({ params, request, response, bouncer, session }: HttpContext) {
    await bouncer.with(QrBatchPolicy).authorize('create')
    const sheet = await LabelSheet.findOrFail(params.id)
    await sheet.revise(await request.validateUsing(labelSheetValidator))
    session.flash('notice', `Saved “${sheet.name}”. Batches that are made already stay as they are.`)
    return response.redirect().toRoute('qr_codes.label_sheets.index')
  }

  async destroy({ params, response, bouncer }: HttpContext) {
    await bouncer.with(QrBatchPolicy).authorize('create')
    const sheet = await LabelSheet.findOrFail(params.id)
    await sheet.remove()
    return response.redirect().toRoute('qr_codes.label_sheets.index')
  }
}
