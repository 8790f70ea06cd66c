import { QrCodeTypoError, QrCodeUnreadableError } from '#app/qr_codes/errors'
import QrCode from '#app/qr_codes/qr_code'
import { readTypedCode, type TypedCode } from '#app/qr_codes/typed_code'

export const UNKNOWN_CODE = 'This company has no such code. Compare the characters with the label.'

/** Codes that a list names by what is printed or by their link, all looked up together. */
export class NamedCodes {
  private found = new Map<string, QrCode>()

  /** Why nothing can be meant by this name, or that nothing is. */
  static problemOf(typed: string) {
    const name = readOrProblem(typed)
    return typeof name === 'string' ? name : UNKNOWN_CODE
  }

  get all() {
    return [...new Set(this.found.values())]
  }

  async find(typed: string[]) {
    const names = typed.map(readOrProblem).filter((name) => typeof name !== 'string')
    const tokens = names.flatMap((name) => ('token' in name ? [name.token] : []))
    const shortCodes = names.flatMap((name) => ('shortCode' in name ? [name.shortCode] : []))
    const byToken = tokens.length ? await QrCode.query().whereIn('token', tokens) : []
    const byShort = shortCodes.length ? await QrCode.query().whereIn('shortCode', shortCodes) : []
    const known = new Map([...byToken, ...byShort].map((code) => [code.id, code]))
    for (const code of known.values()) {
      this.found.set(code.token, code)
      this.found.set(code.shortCode, code)
    }
    return this
  }

  of(typed: string): QrCode | null {
    const name = readOrProblem(typed)
    if (typeof name === 'string') return null
    return this.found.get('token' in name ? name.token : name.shortCode) ?? null
  }
}

export function readOrProblem(typed: string): TypedCode | string {
  try {
    return readTypedCode(typed)
  } catch (error) {
    if (error instanceof QrCodeTypoError || error instanceof QrCodeUnreadableError) return error.message
    throw error
  }
}
