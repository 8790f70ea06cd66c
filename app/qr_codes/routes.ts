import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { middleware } from '#start/kernel'

export function qrCodeRoutes() {
  const { qrCodes } = controllers
  router
    .group(() => {
      router.get('qr_batches', [qrCodes.QrBatches, 'index'])
      router.get('qr_batches/new', [qrCodes.QrBatches, 'create'])
      router.post('qr_batches', [qrCodes.QrBatches, 'store'])
      router.get('qr_batches/:id', [qrCodes.QrBatches, 'show'])
      router.put('qr_batches/:id', [qrCodes.QrBatches, 'update'])
      router.get('qr_batches/:id/printings', [qrCodes.QrPrintings, 'index'])
      router.get('label_sheets', [qrCodes.LabelSheets, 'index'])
      router.get('label_sheets/new', [qrCodes.LabelSheets, 'create'])
      router.post('label_sheets', [qrCodes.LabelSheets, 'store'])
      router.get('label_sheets/:id/edit', [qrCodes.LabelSheets, 'edit'])
      router.put('label_sheets/:id', [qrCodes.LabelSheets, 'update'])
      router.delete('label_sheets/:id', [qrCodes.LabelSheets, 'destroy'])
      router.get('qr_codes/stock', [qrCodes.Stocks, 'show'])
      router.get('qr_codes/:id', [qrCodes.QrCodes, 'show'])
      router.post('qr_codes/:id/retirement', [qrCodes.Retirements, 'store'])
      router.post('qr_codes/:id/loss', [qrCodes.Losses, 'store'])
      router.post('qr_codes/:id/clearance', [qrCodes.Clearances, 'store'])
      router.delete('qr_codes/:id/assignment', [qrCodes.Assignments, 'destroy'])
      router.get('customers/:customer_id/qr_codes/new', [qrCodes.Assignments, 'create'])
      router.post('customers/:customer_id/qr_codes', [qrCodes.Assignments, 'store'])
    })
    .where('id', router.matchers.uuid())
    .where('customer_id', router.matchers.uuid())
    .as('qr_codes')
    .use(middleware.tenant())

  router
    .get('label_sheets/preview', [qrCodes.LabelPreviews, 'show'])
    .as('qr_codes.label_previews.show')
    .use(middleware.tenant({ unit: 'manual' }))

  router
    .group(() => {
      router.get('qr_codes/bulk_bindings/new', [qrCodes.BulkBindings, 'create'])
      router.post('qr_codes/bulk_bindings', [qrCodes.BulkBindings, 'store'])
    })
    .as('qr_codes')
    .use(middleware.tenant({ unit: 'manual' }))

  router
    .get('qr_batches/:qr_batch_id/symbols', [qrCodes.Symbols, 'show'])
    .where('qr_batch_id', router.matchers.uuid())
    .as('qr_codes.symbols.show')
    .use(middleware.tenant({ unit: 'manual' }))

  router
    .get('qr_batches/:qr_batch_id/sheet', [qrCodes.Sheets, 'show'])
    .where('qr_batch_id', router.matchers.uuid())
    .as('qr_codes.sheets.show')
    .use(middleware.tenant({ unit: 'manual' }))
}
