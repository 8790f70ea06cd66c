import type { Failure } from '#app/platform/sending/posting'
import type { SmtpError } from '#app/platform/sending/smtp_line'

/** No such mailbox, domain or syntax, a mailbox that has moved or was closed (RFC 3463, RFC 7505). */
const NO_MAILBOX = /^5\d\d[ -]5\.(1\.(1|2|3|6|10)|2\.1)\b/

/** What a failed SMTP conversation means: refused for good, to be tried again, or impossible to know. */
export function outcomeOf(error: SmtpError): Failure {
  const { code = 'E_SMTP', responseCode, response, message, hasBegunBody = false } = error
  const about = { code, error: response || message }
  const isUndecided = hasBegunBody && !responseCode
  if (isAboutTheMessage(error)) {
    const isFinal = responseCode ? responseCode >= 500 : true
    const gone = NO_MAILBOX.test(response ?? '') ? { isAddressGone: true as const } : {}
    return { state: isUndecided ? 'unknown' : isFinal ? 'failed' : 'later', ...about, ...gone }
  } else {
    return { state: isUndecided ? 'unknown' : 'later', ...about, isProviderDown: true }
  }
}

// A refused sender or login, a greeting without welcome and a server that is closing would meet every other message too.
function isAboutTheMessage({ code, responseCode, command }: SmtpError) {
  return ['EENVELOPE', 'EMESSAGE'].includes(code ?? '') && responseCode !== 421 && command !== 'MAIL FROM'
}
