import Holdings from '#app/access/holdings'

const ASSIGNED = {
  from: 'leads as held',
  id: 'held.id',
  holder: 'held.assignee_id',
  why: 'assigned',
} as const
const GIVEN = {
  from: 'leads as held',
  id: 'held.id',
  holder: 'held.team_id',
  why: 'given',
  where: 'held.assignee_id is null',
} as const

/** A lead is its assignee's, its maker's and its visitors'; while nobody has it, that of the team it was given to. */
export const LEAD_HOLDINGS = new Holdings('leads.id', {
  people: [
    ASSIGNED,
    {
      from: 'leads as held',
      id: 'held.id',
      holder: 'held.created_by',
      why: 'made',
      where: 'held.created_by is not null',
    },
    {
      from: 'visits join orders on orders.tenant_id = visits.tenant_id and orders.id = visits.order_id',
      id: 'orders.lead_id',
      holder: 'visits.assignee_id',
      why: 'visits',
      where: 'orders.lead_id is not null',
    },
  ],
  teams: [GIVEN],
})

/** In whose hands a lead is now: its assignee's, or else those of the team it was given to. */
export const LEADS_IN_HAND = new Holdings('leads.id', { people: [ASSIGNED], teams: [GIVEN] })
