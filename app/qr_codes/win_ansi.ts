import string from '@adonisjs/core/helpers/string'

const bytes = Uint8Array.from({ length: 256 }, (_, byte) => byte)
const letters = new TextDecoder('windows-1252').decode(bytes)
const byteOf = new Map([...letters].map((letter, byte) => [letter, String.fromCharCode(byte)]))
const SPELLABLE = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]$/u

/**
 * The standard PDF fonts know Windows-1252 only. Other Latin, Cyrillic and Greek letters are spelled with its
 * letters; a text in any other script comes back empty, because half a name on a label is worse than none.
 */
export function toWinAnsi(text: string): string {
  const characters = [...text.normalize('NFC').replace(/\p{White_Space}/gu, ' ')]
  const isPrintable = characters.every((one) => !/\p{L}/u.test(one) || byteOf.has(one) || SPELLABLE.test(one))
  return isPrintable ? string.condenseWhitespace(characters.map(spell).join('')) : ''
}

export const fromWinAnsi = (text: string) => text.replace(/[^]/g, (byte) => letters[byte.charCodeAt(0)])

function spell(character: string): string {
  const bare = character.normalize('NFKD').replace(/\p{M}/gu, '')
  return /\p{Cc}/u.test(character)
    ? ''
    : (byteOf.get(character) ?? byteOf.get(bare) ?? string.slug(character, { lower: false, locale: 'vi' }))
}
