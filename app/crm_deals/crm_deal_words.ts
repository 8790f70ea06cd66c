import type { CrmNote } from '#plugins/crm/contract'
import type Lead from '#app/leads/lead'
import type Note from '#app/notes/note'

const LONGEST_NAME = 120

export const nameOf = ({ reference, contactName }: Lead) =>
  `${reference} ${contactName}`.slice(0, LONGEST_NAME)

/** The request in its own words, and where to read on. */
export const noteOfRequest = (lead: Lead, url: string): CrmNote => ({
  text: `Request ${lead.reference} of ${lead.contactName}\n\n${lead.summary}\n\n${url}`,
  at: lead.createdAt.toUTC().toISO()!,
})

export const noteOf = ({ authorName, body, createdAt }: Note): CrmNote => ({
  text: `${authorName} noted:\n\n${body}`,
  at: createdAt.toUTC().toISO()!,
})
