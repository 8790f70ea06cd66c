import { randomSymbols, readSymbols } from '#app/qr_codes/crockford'

const LENGTH = 26

/** 130 random bits: who was not given a code's link does not guess it. */
export const newToken = () => randomSymbols(LENGTH)

/** The token in any case, as a scanner or a person may hand it over; null when it can be none. */
export function readToken(text: string): string | null {
  const symbols = readSymbols(text)
  return symbols?.length === LENGTH ? symbols : null
}

/** All upper case, so that the symbol uses its alphanumeric mode: a quarter smaller, and easier to scan. */
export const urlOf = (token: string, host: string) => `${host}/q/${token}`.toUpperCase()
