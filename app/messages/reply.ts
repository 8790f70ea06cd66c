import { sayIn } from '#app/platform/say'
import { HeldFiles } from '#app/attachments/held_files'
import Tenant from '#app/tenancy/tenant'
import type User from '#app/identity/user'
import type Lead from '#app/leads/lead'
import Message from '#app/messages/message'

type Reply = {
  lead: Lead
  author: User
  body?: string | null
  key?: string | null
  /** References to files that wait for this message. */
  attachments?: string[]
}

/** Sends what a colleague wrote to the customer of a lead, with its files; sent again it is the same message. */
export async function sendReply({ lead, author, body, key, attachments = [] }: Reply) {
  const message = await Message.post({ lead, author, key, body: body || (await wordsFor(lead, attachments)) })
  if (message.$isLocal)
    for (const file of await new HeldFiles(lead, author).recall(attachments))
      await file.attachTo(lead, message)
  return message
}

async function wordsFor({ language }: Lead, { length: count }: string[]) {
  const { locale } = await Tenant.current()
  return sayIn(language ?? locale)('status.message.sent_files', { count })
}
