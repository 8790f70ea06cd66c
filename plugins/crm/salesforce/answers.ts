import {
  CrmNeedsReconnectError,
  CrmRateLimitedError,
  CrmRejectedError,
  CrmUnavailableError,
} from '#plugins/crm/errors'
import { ForbiddenError } from '#plugins/crm/permission'
import { readJson } from '#plugins/crm/json_answer'
import { fieldOf } from '#plugins/crm/salesforce/mapper'

type Refusal = { errorCode: string; message: string; fields?: string[] }

/** Somebody has made an opportunity of it, or another contact: nobody changes it any more. */
export class ConvertedLeadError extends CrmRejectedError {}

/** Counted over the last day and freed hour by hour; the vendor names no time. */
const PENALTY = 15 * 60 * 1000
/** Two wrote the same record or its account at once. */
const BUSY = ['UNABLE_TO_LOCK_ROW', 'SERVER_UNAVAILABLE', 'QUERY_TIMEOUT']
const SPENT = ['REQUEST_LIMIT_EXCEEDED', 'TOO_MANY_REQUESTS']
/** What the user may not see is not there at all. */
const HIDDEN = ['INVALID_TYPE']
const ALIKE = ['DUPLICATES_DETECTED', 'DUPLICATE_VALUE']

/** What a refused request means in the words of the contract. */
export async function refusalOf(answer: Response) {
  const { status } = answer
  if (status >= 500) return new CrmUnavailableError()
  const [refusal] = (await readJson(answer)) as Refusal[]
  const code = refusal?.errorCode ?? ''
  if (SPENT.includes(code) || status === 429) return new CrmRateLimitedError(new Date(Date.now() + PENALTY))
  if (BUSY.includes(code)) return new CrmUnavailableError()
  if (status === 403 || HIDDEN.includes(code)) return new ForbiddenError()
  if (status === 401) return new CrmNeedsReconnectError()
  if (code === 'CANNOT_UPDATE_CONVERTED_LEAD')
    return new ConvertedLeadError('Somebody has converted this lead in Salesforce')
  if (ALIKE.includes(code))
    return new CrmRejectedError(
      'Salesforce has somebody like this already, and its duplicate rules refuse a second'
    )
  return new CrmRejectedError(
    refusal?.message ?? 'Salesforce refused this',
    fieldOf(refusal?.fields?.[0] ?? '')
  )
}
