import { CrmRejectedError } from '#plugins/crm/errors'

const ADDRESS = /^[^\s@]{1,64}@[^\s@.]+(?:\.[^\s@.]+)+$/
const LONGEST = 254

/** Refuses what no system takes for an address of mail; some refuse more. */
export function refuseWrongAddress(typed: string | null | undefined) {
  if (typed && (typed.length > LONGEST || !ADDRESS.test(typed)))
    throw new CrmRejectedError('This is not an e-mail address', 'email')
}
