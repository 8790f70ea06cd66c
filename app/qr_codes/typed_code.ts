import { readSymbols } from '#app/qr_codes/crockford'
import { isMistyped, isShortCode } from '#app/qr_codes/short_code'
import { QrCodeTypoError, QrCodeUnreadableError } from '#app/qr_codes/errors'
import { readToken } from '#app/qr_codes/qr_token'

/** A code as somebody names it: the characters in print, or the link that the symbol holds. */
export type TypedCode = { shortCode: string } | { token: string }

export function readTypedCode(typed: string): TypedCode {
  const token = readToken(/\/q\/([^/?#]+)/i.exec(typed)?.[1] ?? typed)
  const symbols = readSymbols(typed)
  if (token) return { token }
  if (!symbols || !isShortCode(symbols)) throw new QrCodeUnreadableError()
  if (isMistyped(symbols)) throw new QrCodeTypoError()
  return { shortCode: symbols }
}
