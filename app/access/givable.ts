import { BeyondOwnRightsError } from '#app/access/errors'
import type Rights from '#app/access/rights'

/** Nobody gives, changes or takes rights that they do not have themselves. */
export function requireGivable(by: Rights, ...rights: Rights[]) {
  if (!rights.every((one) => one.isWithin(by))) throw new BeyondOwnRightsError()
}
