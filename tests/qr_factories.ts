import QrBatch from '#app/qr_codes/qr_batch'
import QrCode from '#app/qr_codes/qr_code'

/** Blank codes of a batch of their own, inside the current unit. */
export async function makeQrCodes(quantity: number) {
  const batch = await QrBatch.make({
    name: 'Codes of a test',
    quantity,
    template: 'a4-24',
    host: 'https://crm.example.com',
    by: null,
  })
  return QrCode.query().where('qrBatchId', batch.id).orderBy('position')
}

export const makeQrCode = async () => (await makeQrCodes(1))[0]
