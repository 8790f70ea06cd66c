export type Stage = { id: string; label: string; end: 'won' | 'lost' | null }
export type Pipeline = { id: string; label: string; kind: 'deal' | 'lead'; stages: Stage[] }
export type DealPlan = { pipelineId: string; stages: Record<string, string>; withNotes: boolean }

type Proposal = (stages: Stage[]) => Stage | undefined

const underWay: Proposal = ([first, second]) => (second?.end ? first : second)
/** Not every system says of a stage that it is the end. */
const lost: Proposal = (all) => all.find(({ end }) => end === 'lost') ?? all.at(-1)

/** The states of a request, each with the stage that is proposed for it. */
export const STATES: { status: string; label: string; proposed: Proposal }[] = [
  { status: 'new', label: 'New', proposed: ([first]) => first },
  { status: 'in_progress', label: 'In progress', proposed: underWay },
  {
    status: 'converted',
    label: 'Converted to an order',
    proposed: (all) => all.find(({ end }) => end === 'won') ?? underWay(all),
  },
  { status: 'cancelled', label: 'Cancelled by the customer', proposed: lost },
  { status: 'lost', label: 'Lost', proposed: lost },
]

/** Every state has a stage from the beginning, to be changed. */
export const proposedIn = ({ stages }: Pipeline) =>
  Object.fromEntries(STATES.map(({ status, proposed }) => [status, (proposed(stages) ?? stages[0]).id]))
