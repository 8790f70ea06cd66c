import { AsyncLocalStorage } from 'node:async_hooks'

type Conversation = { hasBegunBody: boolean }
type Entry = { tnx?: string }

const store = new AsyncLocalStorage<Conversation>()
const ignore = () => {}

/** Listens to the SMTP client: a line cut before DATA lost nothing, a line cut after it may have delivered the mail. */
export const smtpListener = {
  level: ignore,
  trace: ignore,
  info: ignore,
  warn: ignore,
  error: ignore,
  fatal: ignore,
  debug({ tnx }: Entry, line: string) {
    const conversation = store.getStore()
    if (conversation && tnx === 'client' && line === 'DATA') conversation.hasBegunBody = true
  },
}

type Said<T> =
  { answer: T; failure?: undefined } | { answer?: undefined; failure: Conversation & { error: Error } }

/** Runs `send` and tells, when it fails, whether the body was already on its way. */
export async function overSmtp<T>(send: () => Promise<T>): Promise<Said<T>> {
  const conversation = { hasBegunBody: false }
  try {
    return { answer: await store.run(conversation, send) }
  } catch (error) {
    return { failure: { error: error as Error, ...conversation } }
  }
}
