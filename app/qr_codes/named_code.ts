import type User from '#app/identity/user'
import { readOrProblem, UNKNOWN_CODE } from '#app/qr_codes/named_codes'
import QrCode from '#app/qr_codes/qr_code'

/** What became of the name that somebody gave a code: the code, or a word about why there is none. */
export type NamedCode = { code: QrCode | null; problem: string | null; status: 200 | 404 }

export async function findNamedCode(typed: string | undefined, reader: User): Promise<NamedCode> {
  if (!typed) return { code: null, problem: null, status: 200 }
  const name = readOrProblem(typed)
  if (typeof name === 'string') return { code: null, problem: name, status: 200 }
  // A link was scanned, not typed: where it leads nowhere, there is nothing to correct.
  const code = 'token' in name ? await QrCode.query().where(name).firstOrFail() : await QrCode.named(name)
  if (code) await QrCode.nameCustomers([code], reader)
  return code ? { code, problem: null, status: 200 } : { code: null, problem: UNKNOWN_CODE, status: 404 }
}
