import type { Outcome } from '#app/crm_connections/crm_push'

/** What becomes of a customer, in a word or two. */
export const OUTCOMES: Record<Outcome, string> = {
  create: 'New there',
  link: 'Known there',
  update: 'Changed there',
  same: 'The same there',
  duplicate: 'Not clear',
  refuse: 'Refused',
}
