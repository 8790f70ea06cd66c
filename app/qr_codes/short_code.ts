import { ALPHABET, randomSymbols, readSymbols } from '#app/qr_codes/crockford'

const LENGTH = 8

// The symbols are numbers of GF(32) and the check symbol makes their weighted sum zero. Every place weighs
// differently, so one wrong symbol or two swapped ones never pass.
const double = (value: number) => ((value << 1) ^ (value & 16 ? 0b100101 : 0)) & 31
const sumOf = (symbols: string) =>
  [...symbols].reduce((sum, symbol) => double(sum) ^ ALPHABET.indexOf(symbol), 0)

/** The code in print below a symbol: seven random characters and one that catches typing errors. */
export function newShortCode(): string {
  const symbols = randomSymbols(LENGTH - 1)
  return symbols + ALPHABET[double(sumOf(symbols))]
}

export const isShortCode = (symbols: string) => symbols.length === LENGTH
export const isMistyped = (symbols: string) => sumOf(symbols) !== 0

/** "K7Q29F4M" as it is printed and shown: "K7Q2-9F4M". */
export const grouped = (shortCode: string) => `${shortCode.slice(0, 4)}-${shortCode.slice(4)}`

/** What was typed to look for codes, from their start: null when no code starts like that. */
export const readStart = (typed: string) => readSymbols(typed)?.slice(0, LENGTH) ?? null
