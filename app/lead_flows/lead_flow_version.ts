import { belongsTo, column } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import { LeadFlowVersionSchema } from '#database/schema'
import { LANGUAGES, type Language } from '#app/platform/say'
import { spoken, type Translations } from '#app/lead_flows/translation'
import LeadFlow from '#app/lead_flows/lead_flow'
import type { Question } from '#app/lead_flows/question'

export type FlowContent = {
  intro: string | null
  successText: string | null
  questions: Question[]
  language?: Language
  translations?: Translations
}

/** The questions of a flow as they stood at one time. Once published it never changes: leads point at it. */
export default class LeadFlowVersion extends LeadFlowVersionSchema {
  @column({ prepare: (value: Question[]) => JSON.stringify(value) })
  declare questions: Question[]

  @column({ prepare: (value: Translations) => JSON.stringify(value) })
  declare translations: Translations

  declare language: Language

  @belongsTo(() => LeadFlow, { foreignKey: 'leadFlowId' })
  declare flow: BelongsTo<typeof LeadFlow>

  get isDraft() {
    return !this.publishedAt
  }

  get content(): FlowContent {
    const { intro, successText, questions, language, translations } = this
    return { intro, successText, questions, language, translations }
  }

  /** The languages that it can be read in, the one it is written in first. */
  get languages(): Language[] {
    return [this.language, ...LANGUAGES.filter((one) => one !== this.language && this.translations[one])]
  }

  /** What it says in one of its languages; what was not translated stays as it was written. */
  readIn(language: Language) {
    const words = this.translations[language]
    return {
      intro: words?.intro || this.intro,
      successText: words?.successText || this.successText,
      questions: this.questions.map((question) => spoken(question, words?.questions[question.id])),
    }
  }
}
