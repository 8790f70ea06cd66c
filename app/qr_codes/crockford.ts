import { randomBytes } from 'node:crypto'

/** Crockford's base 32: no I, L, O or U, so that nothing is misread on a sticker. */
export const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

export function randomSymbols(length: number): string {
  return Array.from(randomBytes(length), (byte) => ALPHABET[byte & 31]).join('')
}

/** Symbols as people type and scan them: any case, any grouping, I and L for 1, O for 0; null when one is none. */
export function readSymbols(typed: string): string | null {
  const symbols = typed.toUpperCase().replace(/[\s-]/g, '').replace(/[IL]/g, '1').replaceAll('O', '0')
  return /^[0-9A-HJKMNP-TV-Z]+$/.test(symbols) ? symbols : null
}
