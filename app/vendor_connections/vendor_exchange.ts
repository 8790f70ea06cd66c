import { DateTime } from 'luxon'
import { VendorExchangeSchema } from '#database/schema'

export type Asked = { method: string; path: string }
type Became = { status: number | null; failureCode: string | null; durationMs: number }

const SHOWN = 25
/** Anything else in a path could be an address, a name or a key. */
const PLAIN = /^[A-Za-z0-9_.~-]{1,40}$/

/** A request to a vendor and what became of it: never a body, a question after the path, or a header. */
export default class VendorExchange extends VendorExchangeSchema {
  static isWrittenAtEnd = true

  static note(vendorConnectionId: string, { method, path }: Asked, became: Became) {
    return this.create({ vendorConnectionId, method, path: masked(path), ...became, madeAt: DateTime.utc() })
  }

  static lastOf(vendorConnectionId: string) {
    return this.query().where({ vendorConnectionId }).orderBy('id', 'desc').limit(SHOWN)
  }
}

export function masked(path: string) {
  const [plain] = path.split(/[?#]/)
  return plain
    .split('/')
    .map((part) => (part === '' || PLAIN.test(part) ? part : '…'))
    .join('/')
    .slice(0, 300)
}
