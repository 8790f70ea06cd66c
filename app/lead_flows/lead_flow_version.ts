import { belongsTo, column } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import { LeadFlowVersionSchema } from '#database/schema'
import LeadFlow from '#app/lead_flows/lead_flow'
import type { Question } from '#app/lead_flows/question'

export type FlowContent = { intro: string | null; successText: string | null; questions: Question[] }

/** The questions of a flow as they stood at one time. Once published it never changes: leads point at it. */
export default class LeadFlowVersion extends LeadFlowVersionSchema {
  @column({ prepare: (value: Question[]) => JSON.stringify(value) })
  declare questions: Question[]

  @belongsTo(() => LeadFlow, { foreignKey: 'leadFlowId' })
  declare flow: BelongsTo<typeof LeadFlow>

  get isDraft() {
    return !this.publishedAt
  }

  get content(): FlowContent {
    return { intro: this.intro, successText: this.successText, questions: this.questions }
  }
}
