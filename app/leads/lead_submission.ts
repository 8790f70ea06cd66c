import type { Answer } from '#app/lead_flows/answer_sheet'

export type { Answer }

export type LeadSubmission = {
  /** Made once per form; the same key again is the same lead. */
  key: string | null
  source: 'qr' | 'manual'
  customerId: string | null
  qrCodeId?: string | null
  leadFlowVersionId?: string | null
  contact: { name: string; phone: string | null; email: string | null; address: string | null }
  summary: string
  answers: Answer[]
}
