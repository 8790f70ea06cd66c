import type { Language } from '#app/platform/say'
import type { Answer } from '#app/lead_flows/answer_sheet'

export type { Answer }

/** By a code, by hand, by a plain link, on the company's own site. */
export const LEAD_SOURCES = ['qr', 'manual', 'link', 'embed'] as const
export type LeadSource = (typeof LEAD_SOURCES)[number]

export type LeadSubmission = {
  /** Made once per form; the same key again is the same lead. */
  key: string | null
  source: LeadSource
  customerId: string | null
  qrCodeId?: string | null
  leadFlowVersionId?: string | null
  /** Which of the customer's contacts asked, and for which of their sites. */
  contactId?: string | null
  siteId?: string | null
  contact: { name: string; phone: string | null; email: string | null; address: string | null }
  summary: string
  /** In which it was filled in; the customer reads on in it. */
  language?: Language
  answers: Answer[]
}
