import { appUrl } from '#config/app'
import { sayIn } from '#app/platform/say'
import { renderLetter } from '#app/platform/sending/letter'
import Tenant from '#app/tenancy/tenant'
import { letterheadOf } from '#app/tenancy/letterhead'
import type User from '#app/identity/user'
import MessageTemplate, { mistakeIn, type Place } from '#app/message_templates/message_template'
import { Wording } from '#app/message_templates/wording'
import { sampleFor } from '#app/message_templates/template_sample'
import {
  standardWords,
  templateKind,
  TEMPLATE_LANGUAGES,
  TEMPLATE_PLACES,
  type TemplateLanguage,
} from '#app/message_templates/template_kinds'

const SHOWN = 50
const languages = () => Object.entries(TEMPLATE_LANGUAGES).map(([value, label]) => ({ value, label }))

/** Where a company words one kind of message in one language: what is in use, what is being written, what was. */
export class TemplateDesk {
  private constructor(
    private place: Place,
    readonly versions: MessageTemplate[]
  ) {}

  static async at(place: Place) {
    return new TemplateDesk(place, await MessageTemplate.versionsOf(place).limit(SHOWN))
  }

  /** Every place there is, with the languages in which the company has words of its own. */
  static async overview() {
    const own = await MessageTemplate.query().whereIn('state', ['draft', 'published'])
    const { locale } = await Tenant.current()
    const language = locale.slice(0, 2)
    return {
      language: Object.hasOwn(TEMPLATE_LANGUAGES, language)
        ? (language as TemplateLanguage)
        : ('en' as const),
      places: TEMPLATE_PLACES.map((place) => {
        const { label, to } = templateKind(place.kind)
        const here = own.filter(({ kind, channel }) => kind === place.kind && channel === place.channel)
        const inState = (state: string) =>
          here.filter((one) => one.state === state).map((one) => TEMPLATE_LANGUAGES[one.language])
        return { ...place, label, to, published: inState('published'), drafts: inState('draft') }
      }),
    }
  }

  get facts() {
    const { kind, channel, language } = this.place
    const { label, to, placeholders } = templateKind(kind)
    const { subject, body } = this.#current
    const mistake = mistakeIn(kind, { subject, body })
    return {
      place: this.place,
      label,
      to,
      placeholders: Object.keys(placeholders),
      languages: languages(),
      words: { subject, body, basedOn: this.#draft?.stamp ?? null },
      /** By field: what was right once can name a gap that is gone. */
      mistakes: mistake ? { [mistake.field]: mistake.message } : {},
      standard: standardWords(kind, channel, language).words,
      hasDraft: this.#draft !== undefined,
      isPublished: this.#published !== undefined,
    }
  }

  async preview(reader: User) {
    const values = await sampleFor(this.place.kind, reader)
    const { subject, bodyHtml } = await this.mail(reader)
    return { subject, bodyHtml, body: this.#wording.body(values) }
  }

  /** The button leads nowhere: a link that lets somebody in is made for those who get the message. */
  async mail(reader: User) {
    const letter = this.#wording.letter(await sampleFor(this.place.kind, reader))
    const label = this.#button
    const action = label ? { label, url: appUrl } : undefined
    return renderLetter({ ...letter, action }, letterheadOf(await Tenant.current()))
  }

  get #button() {
    const { kind, language } = this.place
    const { to, button = 'Open the request' } = templateKind(kind)
    return to === 'customer' ? sayIn(language)('mail.see_request') : button
  }

  get #draft() {
    return this.versions.find(({ state }) => state === 'draft')
  }

  get #published() {
    return this.versions.find(({ state }) => state === 'published')
  }

  get #current() {
    const { kind, channel, language } = this.place
    return this.#draft ?? this.#published ?? standardWords(kind, channel, language).words
  }

  get #wording() {
    return new Wording(this.#current, this.place.language)
  }
}
