/** One answered question, with the words it was asked in, so that a lead reads right whatever becomes of its flow. */
export type Answer = {
  questionId: string
  type: string
  label: string
  value: string | string[] | number | boolean | null
  /** The answer as people read it. */
  text: string
}

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
