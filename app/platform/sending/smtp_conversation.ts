type Conversation = { hasBegunBody: boolean; isOnKeptLine: boolean; line?: string }
type Entry = { tnx?: string; action?: string; messageId?: string; sid?: string }
type SmtpError = Error & { code?: string; responseCode?: number }

/** What is being sent just now, by its message id. */
const conversations = new Map<string, Conversation>()
let speaking: Conversation | undefined
const ignore = () => {}

/**
 * Listens to the SMTP client: a line cut before DATA lost nothing, a line cut after it may have delivered the mail. Lines
 * are kept for further mails, so each of its words is told apart by the line: the client names the message, and in the
 * same breath says MAIL FROM on the line that is to carry it.
 */
export const smtpListener = {
  level: ignore,
  trace: ignore,
  warn: ignore,
  error: ignore,
  fatal: ignore,
  info({ tnx, messageId = '' }: Entry) {
    if (tnx === 'send') speaking = conversations.get(messageId.replace(/[<>]/g, ''))
  },
  debug({ tnx, action, messageId = '', sid }: Entry, words: string, ...about: unknown[]) {
    if (action === 'assign') {
      const conversation = conversations.get(messageId)
      if (conversation) conversation.isOnKeptLine = Number(about.at(-1)) > 1
    } else if (tnx === 'client' && words.startsWith('MAIL FROM:')) {
      if (speaking) speaking.line = sid
    } else if (tnx === 'client' && words === 'DATA') {
      for (const one of conversations.values()) if (one.line === sid) one.hasBegunBody = true
    }
  },
}

type Said<T> =
  | { answer: T; failure?: undefined }
  | { answer?: undefined; failure: { error: Error; hasBegunBody: boolean } }

/**
 * Runs `send`, which sends the message of that id, and tells, when it fails, whether the body was already on its way.
 * A line that was kept from earlier mails may have died unseen: the next one is tried at once, as long as no body was.
 */
export async function overSmtp<T>(messageId: string, send: () => Promise<T>): Promise<Said<T>> {
  for (;;) {
    const conversation: Conversation = { hasBegunBody: false, isOnKeptLine: false }
    conversations.set(messageId, conversation)
    try {
      return { answer: await send() }
    } catch (error) {
      const { hasBegunBody, isOnKeptLine } = conversation
      if (hasBegunBody || !isOnKeptLine || !wasCut(error as SmtpError))
        return { failure: { error: error as Error, hasBegunBody } }
    } finally {
      conversations.delete(messageId)
    }
  }
}

function wasCut({ code, responseCode }: SmtpError) {
  return code !== 'ETIMEDOUT' && (responseCode === undefined || responseCode === 421)
}
