import { Current } from '#app/platform/database/current'
import Tenant from '#app/tenancy/tenant'
import MessageTemplate from '#app/message_templates/message_template'
import { TemplateText, type Values } from '#app/message_templates/template_text'
import {
  standardWords,
  TEMPLATE_LANGUAGES,
  type TemplateChannel,
  type TemplateKindName,
  type TemplateLanguage,
  type Words,
} from '#app/message_templates/template_kinds'

type About = { kind: TemplateKindName; channel?: TemplateChannel; language?: string | null }

/** The words of one kind of message as a company uses them now: its own, or else those of the product. */
export class Wording {
  constructor(
    private words: Words,
    private language: TemplateLanguage,
    /** Null for the words of the product. */
    readonly template: MessageTemplate | null = null
  ) {}

  /**
   * In the language of the reader, else of the company, else English: the company's own, else the product's. The product's
   * translation for a reader comes before words of the company that the reader may not understand.
   */
  static async of({ kind, channel = 'mail', language = null }: About) {
    const languages = languagesFor(language, (await Tenant.current()).locale)
    const own = await this.own()
    const found = own.filter((one) => one.kind === kind && one.channel === channel)
    const standard = standardWords(kind, channel, languages[0])
    const understood = standard.language === 'en' ? languages : [standard.language]
    const template = understood.map((one) => found.find((own) => own.language === one)).find(Boolean)
    return template
      ? new Wording(template, template.language, template)
      : new Wording(standard.words, standard.language)
  }

  /** Those that the company has put into its own words. */
  static own() {
    return Current.remembered('wordings', async () => [...(await MessageTemplate.published())])
  }

  get version() {
    return this.template?.version ?? 0
  }

  /** A subject is one line, whatever stands in its gaps. */
  subject(values: Values) {
    return this.#fill(this.words.subject, values).replace(/\s+/g, ' ').trim()
  }

  body(values: Values) {
    return this.#fill(this.words.body, values).trim()
  }

  /** For a letter: paragraphs are parted by empty lines, and the first one greets. */
  letter(values: Values) {
    const [greeting = '', ...paragraphs] = this.body(values)
      .split(/\n\s*\n/)
      .filter((one) => one.trim() !== '')
    return { subject: this.subject(values), language: this.language, greeting, paragraphs }
  }

  #fill(text: string, values: Values) {
    // What is in use was right when it was saved: a gap that a later release no longer fills stays empty.
    return TemplateText.parse(text).fill(values)
  }
}

export function languagesFor(person: string | null, company: string): TemplateLanguage[] {
  const asked = [person, company, 'en'].map((one) => one?.slice(0, 2).toLowerCase())
  return [...new Set(asked)].filter(
    (one): one is TemplateLanguage => one !== undefined && Object.hasOwn(TEMPLATE_LANGUAGES, one)
  )
}
