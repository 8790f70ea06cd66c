import type { CrmConnection } from '#plugins/crm/contract'
import {
  CrmNeedsReconnectError,
  CrmRateLimitedError,
  CrmRejectedError,
  CrmStageGoneError,
  CrmUnavailableError,
} from '#plugins/crm/errors'
import { readJson } from '#plugins/crm/json_answer'
import { ForbiddenError } from '#plugins/crm/permission'
import { fieldOf } from '#plugins/crm/hubspot/mapper'

type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE'
type Refusal = {
  message?: string
  errors?: { in?: string; code?: string; message?: string; context?: { propertyName?: string[] } }[]
}

/** The company's contacts have no property of this name. */
export class UnknownPropertyError extends CrmRejectedError {
  constructor(readonly property: string) {
    super(`HubSpot has no field “${property}” any more`, fieldOf(property))
  }
}
/** Somebody else has a value that only one may have. */
export class TakenValueError extends CrmRejectedError {}

export const OBJECTS = '/crm/objects/2026-09'
export const DESCRIPTIONS = '/crm/properties/2026-09'
/** Of any record. */
export const ID = /^\d+$/

/** The limit of a private app is counted over ten seconds. */
const PENALTY = 10
const NO_CONTENT = 204
const STAGES = ['pipeline', 'dealstage']

/** Requests to the API and what their answers mean, in the words of the contract. */
export class HubSpotClient {
  constructor(private connection: CrmConnection) {}

  /** The answer; `null` when there is nothing at this address. */
  async call<Answer>(method: Method, path: string, body?: object): Promise<Answer | null> {
    const { token } = this.connection.settings
    const answer = await this.connection.request(path, {
      method,
      headers: {
        ...(token && { authorization: `Bearer ${token}` }),
        accept: 'application/json',
        'user-agent': 'Latchkey',
        ...(body && { 'content-type': 'application/json' }),
      },
      body: body && JSON.stringify(body),
    })
    if (answer.status === 404) return null
    if (!answer.ok) throw await this.#refusal(answer)
    return answer.status === NO_CONTENT ? null : ((await readJson(answer)) as Answer)
  }

  async #refusal(answer: Response) {
    const { status } = answer
    if (status === 401) return new CrmNeedsReconnectError()
    if (status === 403) return new ForbiddenError()
    if (status === 429) return new CrmRateLimitedError(new Date(Date.now() + waitOf(answer) * 1000))
    if (status >= 500) return new CrmUnavailableError()
    return rejection(status, (await readJson(answer)) as Refusal)
  }
}

function rejection(status: number, { message = 'HubSpot refused this', errors = [] }: Refusal) {
  if (status === 409)
    return new TakenValueError('HubSpot has a contact with this e-mail address already', 'email')
  const [first] = errors
  const property = first?.context?.propertyName?.[0] ?? first?.in ?? ''
  if (STAGES.includes(property)) return new CrmStageGoneError()
  if (first?.code === 'PROPERTY_DOESNT_EXIST') return new UnknownPropertyError(property)
  return new CrmRejectedError(first?.message ?? message, fieldOf(property))
}

function waitOf({ headers }: Response) {
  const seconds = Number(headers.get('retry-after'))
  return Number.isFinite(seconds) && seconds > 0 ? seconds : PENALTY
}
