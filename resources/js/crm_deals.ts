export type Stage = { id: string; label: string; end: 'won' | 'lost' | null }
export type Pipeline = { id: string; label: string; stages: Stage[] }
export type DealPlan = { pipelineId: string; stages: Record<string, string>; withNotes: boolean }

/** The states of a request, each with the stage that is proposed for it. */
export const STATES: { status: string; label: string; proposed: (stages: Stage[]) => Stage | undefined }[] = [
  { status: 'new', label: 'New', proposed: ([first]) => first },
  {
    status: 'in_progress',
    label: 'In progress',
    proposed: ([first, second]) => (second?.end ? first : second),
  },
  {
    status: 'converted',
    label: 'Converted to an order',
    proposed: (all) => all.find(({ end }) => end === 'won'),
  },
  {
    status: 'cancelled',
    label: 'Cancelled by the customer',
    proposed: (all) => all.find(({ end }) => end === 'lost'),
  },
  { status: 'lost', label: 'Lost', proposed: (all) => all.find(({ end }) => end === 'lost') },
]

/** Every state has a stage from the beginning, to be changed. */
export const proposedIn = ({ stages }: Pipeline) =>
  Object.fromEntries(STATES.map(({ status, proposed }) => [status, (proposed(stages) ?? stages[0]).id]))
