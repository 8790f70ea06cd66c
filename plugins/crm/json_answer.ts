import { CrmUnavailableError } from '#plugins/crm/errors'

/** What an answer says; one that breaks off or is no JSON object is no answer. */
export async function readJson(answer: Response): Promise<object> {
  try {
    const body: unknown = await answer.json()
    if (typeof body === 'object' && body !== null) return body
  } catch (error) {
    throw new CrmUnavailableError(undefined, { cause: error })
  }
  throw new CrmUnavailableError()
}
