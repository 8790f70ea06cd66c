import { defineEvent } from '#app/platform/events/events'

type Plan = { startsAt: string; endsAt: string; assigneeId: string | null }
type About = { orderId: string; orderNumber: number; leadId: string | null }

export const VisitPlanned = defineEvent<About & Plan>('visit.planned')

export const VisitRescheduled = defineEvent<About & Plan & { previous: Plan }>('visit.rescheduled')

export const VisitFinished = defineEvent<About & Plan>('visit.finished')

export const VisitReopened = defineEvent<About & Plan>('visit.reopened')

export const VisitCancelled = defineEvent<About & Plan & { reason: string | null }>('visit.cancelled')
