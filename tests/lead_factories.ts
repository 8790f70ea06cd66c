import db from '@adonisjs/lucid/services/db'
import Lead from '#app/leads/lead'
import type { LeadSubmission } from '#app/leads/lead_submission'

/** A request as a customer sends it, inside the current unit. */
export const receiveLead = ({
  contact,
  ...changes
}: Partial<Omit<LeadSubmission, 'contact'>> & { contact?: Partial<LeadSubmission['contact']> } = {}) =>
  Lead.receive({
    key: null,
    source: 'manual',
    customerId: null,
    contact: {
      name: 'Dana Whitfield',
      phone: '+13035550142',
      email: 'dana@example.com',
      address: '18 Elm St, Denver',
      ...contact,
    },
    summary: 'Boiler makes a knocking noise',
    answers: [],
    ...changes,
  })

/** The events of one subject, oldest first. */
export async function eventsOf(subject: {
  id: string
}): Promise<{ name: string; data: Record<string, unknown>; actor_kind: string }[]> {
  return db.from('events').where('subject_id', subject.id).orderBy('seq').select('name', 'data', 'actor_kind')
}

export const eventNames = async (subject: { id: string }) => (await eventsOf(subject)).map(({ name }) => name)
