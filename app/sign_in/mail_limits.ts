import { waitAt, type Limit } from '#app/platform/limit'
import { networkOf } from '#app/platform/network'
import { TooManyMailsError } from '#app/sign_in/errors'
import { isWithin } from '#app/sign_in/attempt_limits'
import { hashOf } from '#app/platform/secret'

const PER_NETWORK: Limit = { name: 'mail:network', requests: 30, duration: '1 hour' }
/** Within 15 minutes, half the life of a link: whoever is not written to any more has links in the mailbox that still work. */
const PER_PERSON: Limit = { name: 'mail:person', requests: 6, duration: '15 minutes' }

/** Of what a signed-in person can have written to their own addresses. */
const OWN: Limit = { name: 'mail:own', requests: 5, duration: '1 hour' }

export const countOwnMail = (identityId: string) => count(OWN, identityId)

/** Whether a mail may be asked for: too many from one place are refused, too many to one person are not sent. */
export async function mayWriteTo(email: string, ip: string) {
  await count(PER_NETWORK, networkOf(ip))
  return isWithin(PER_PERSON, hashOf(email))
}

async function count(limit: Limit, key: string) {
  const wait = await waitAt(limit, key)
  if (wait) throw new TooManyMailsError(wait)
}
