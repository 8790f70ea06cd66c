import type { CrmConnection, CrmUsage } from '#plugins/crm/contract'
import {
  CrmNeedsReconnectError,
  CrmRateLimitedError,
  CrmRejectedError,
  CrmUnavailableError,
} from '#plugins/crm/errors'
import { readJson } from '#plugins/crm/json_answer'

/** How long to wait when the API does not say. */
const PENALTY = 60

/** Requests to the API and what their answers mean, in the words of the contract. */
export class ExampleClient {
  constructor(private connection: CrmConnection) {}

  /** The answer; `null` when there is nothing at this address. */
  async call<Answer>(method: 'GET' | 'POST' | 'PATCH', path: string, body?: object): Promise<Answer | null> {
    const answer = await this.connection.request(path, {
      method,
      headers: {
        authorization: `Bearer ${this.connection.settings.token}`,
        accept: 'application/json',
        ...(body && { 'content-type': 'application/json' }),
      },
      body: body && JSON.stringify(body),
    })
    if (answer.status === 404) return null
    if (!answer.ok) throw await refusalOf(answer)
    return (await readJson(answer)) as Answer
  }
}

/** `1240/15000`, and when a new day begins there. */
export function usageIn(headers: Headers): CrmUsage[] {
  const [, used, requests] = /^(\d+)\/(\d+)$/.exec(headers.get('x-requests-of-the-day') ?? '') ?? []
  if (!requests) return []
  const resetsAt = headers.get('x-next-day-at')
  return [{ used: Number(used), requests: Number(requests), seconds: 86_400, resetsAt }]
}

async function refusalOf(answer: Response) {
  const { status, headers } = answer
  if (status === 401 || status === 403) return new CrmNeedsReconnectError()
  if (status === 429)
    return new CrmRateLimitedError(
      new Date(Date.now() + (Number(headers.get('retry-after')) || PENALTY) * 1000)
    )
  if (status >= 500) return new CrmUnavailableError()
  const { message } = (await readJson(answer)) as { message?: string }
  return new CrmRejectedError(message ?? 'The customer system refused this')
}
