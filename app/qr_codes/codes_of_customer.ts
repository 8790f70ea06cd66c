import type User from '#app/identity/user'
import QrCode from '#app/qr_codes/qr_code'
import QrCodeTransformer from '#app/qr_codes/qr_code_transformer'
import StickerReport from '#app/qr_codes/sticker_report'

/** The codes of a customer for somebody to see, and which of them were reported. */
export async function codesOf(customer: { id: string }, reader: User) {
  const codes = await QrCode.boundTo(customer, reader)
  return {
    codes: QrCodeTransformer.transform(codes, reader),
    suspected: await StickerReport.suspectedOf(codes),
  }
}
