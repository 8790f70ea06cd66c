import type { FlowContent } from '#app/lead_flows/lead_flow_version'
import type { Line, Theme } from './theme.js'

/** What a company and its customers say, in their language. */
export type Words = {
  themes: Theme[]
  firmTheme: Theme
  asides: string[]
  times: string[]
  /** Answers by the label of the question, for those that are not the same everywhere. */
  running?: { label: string; answers: Record<'calm' | 'urgent', string[]> }
  lossReasons: string[]
  cancelling: (string | null)[]
  cancelledOrders: string[]
  chasers: string[]
  moved: readonly [Line, Line]
  betterQuestions: () => FlowContent & { name: string }
}
