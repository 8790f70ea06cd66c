import { DateTime } from 'luxon'
import type { CrmNote } from '#plugins/crm/contract'
import type CrmDeal from '#app/crm_deals/crm_deal'
import type { DealKind } from '#app/crm_deals/crm_deal_plan'
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

/** What is to be said of a deal that they have made one with that of another request, which keeps it: both would move it to and fro. */
export const becameOneWith = (
  { lead: { reference } }: CrmDeal,
  { label, kind }: { label: string; kind: DealKind }
) => ({
  externalId: null,
  goneAt: DateTime.utc(),
  failure: `In ${label}, the ${kind} of this request became one with that of #${reference}, and follows #${reference} from now on. Choose whether to write this request again by itself, or to leave it here alone.`,
})
