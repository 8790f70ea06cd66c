import { createHash } from 'node:crypto'
import type { SheetLabel } from '#app/qr_codes/qr_sheet'

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Codes as they are printed: 130 bits behind an address in the letters that a QR code packs best. */
export async function* labels(count: number): AsyncGenerator<SheetLabel> {
  for (let index = 0; index < count; index++) {
    const digits = [...createHash('sha512').update(`label ${index}`).digest()]
    const text = digits.map((byte) => ALPHABET[byte & 31]).join('')
    yield {
      url: `HTTPS://APP.LATCHKEY.EXAMPLE/Q/${text.slice(0, 26)}`,
      shortCode: text.slice(26, 34),
      phrase: 'amber falcon',
    }
  }
}
