import type { Outcome } from '#app/platform/posting'

type SmtpError = Error & { code?: string; responseCode?: number; response?: string }

/** What a failed SMTP conversation means: refused for good, to be tried again, or impossible to know. */
export function outcomeOf(error: SmtpError, { hasBegunBody }: { hasBegunBody: boolean }): Outcome {
  const { code = 'E_SMTP', responseCode, response, message } = error
  const about = { code, error: response || message }
  if (responseCode) return { state: responseCode >= 500 ? 'failed' : 'later', ...about }
  return { state: hasBegunBody ? 'unknown' : 'later', ...about }
}
