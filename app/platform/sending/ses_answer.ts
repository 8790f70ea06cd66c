import type { Failure } from '#app/platform/sending/posting'

type SesError = Error & { code?: string; $metadata?: { httpStatusCode?: number } }

/** What it says of one message only: any other answer would meet the next message too. */
const ABOUT_THE_MESSAGE = ['MessageRejected', 'BadRequestException', 'NotFoundException']
const NEVER_CONNECTED = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']

/** What a failed call of SES means: refused for good, to be tried again, or impossible to know. */
export function sesOutcomeOf(error: SesError): Failure {
  const { name, code, message, $metadata } = error
  const about = { code: code && code !== 'ESES' ? code : name, error: message || name }
  const hasAnswered = $metadata?.httpStatusCode !== undefined
  if (hasAnswered && ABOUT_THE_MESSAGE.includes(name)) return { state: 'failed', ...about }
  const isLost = hasAnswered || NEVER_CONNECTED.includes(code ?? '') || name === 'CredentialsProviderError'
  return isLost
    ? { state: 'later', ...about, isProviderDown: true }
    : { state: 'unknown', ...about, isProviderDown: true }
}
