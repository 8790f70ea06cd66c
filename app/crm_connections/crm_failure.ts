import { CrmNeedsReconnectError, CrmRateLimitedError, CrmUnavailableError } from '#plugins/crm/errors'

const OUTSIDE = [CrmNeedsReconnectError, CrmRateLimitedError, CrmUnavailableError]

/** What the system answered, or why it did not: what only the system outside can mend is no error of ours. */
export async function answerOf<Answer>(asked: Promise<Answer>) {
  try {
    return { answer: await asked, failure: null }
  } catch (error) {
    if (OUTSIDE.some((one) => error instanceof one)) return { answer: null, failure: error as Error }
    throw error
  }
}
