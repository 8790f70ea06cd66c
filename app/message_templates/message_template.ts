import { DateTime } from 'luxon'
import { MessageTemplateSchema } from '#database/schema'
import { lockRow } from '#app/platform/database/row_lock'
import { Current } from '#app/platform/database/current'
import Tenant from '#app/tenancy/tenant'
import { TemplateChangedError, TemplateMistake } from '#app/message_templates/errors'
import { TemplatePublished, TemplateWithdrawn } from '#app/message_templates/template_events'
import { TemplateText } from '#app/message_templates/template_text'
import {
  placeholdersOf,
  type TemplateChannel,
  type TemplateKindName,
  type TemplateLanguage,
  type Words,
} from '#app/message_templates/template_kinds'

export type Place = { kind: TemplateKindName; channel: TemplateChannel; language: TemplateLanguage }
type Draft = Words & { basedOn: string | null }

/** One version of how a company words a kind of message. Once published its words never change. */
export default class MessageTemplate extends MessageTemplateSchema {
  declare kind: TemplateKindName
  declare channel: TemplateChannel
  declare language: TemplateLanguage
  declare state: 'draft' | 'published' | 'replaced'

  static versionsOf({ kind, channel, language }: Place) {
    return this.query().where({ kind, channel, language }).orderBy('version', 'desc')
  }

  static draftOf(place: Place) {
    return this.versionsOf(place).where('state', 'draft').first()
  }

  /** Of every kind, in all languages. */
  static published() {
    return this.query().where('state', 'published')
  }

  static publishedOf(place: Place) {
    return this.versionsOf(place).where('state', 'published').first()
  }

  /** Keeps words that are not in use yet. `basedOn` is the stamp of the draft that the author saw, if there was one. */
  static async saveDraft(place: Place, { subject, body, basedOn }: Draft) {
    const mistake = mistakeIn(place.kind, { subject, body })
    if (mistake) throw mistake
    await lockRow(await Tenant.current())
    const draft = await this.draftOf(place)
    if ((draft?.stamp ?? null) !== basedOn && (draft?.subject !== subject || draft?.body !== body))
      throw new TemplateChangedError()
    if (draft) return draft.merge({ subject, body, authorName: author() }).save()
    const last = await this.versionsOf(place).first()
    const version = (last?.version ?? 0) + 1
    return this.create({ ...place, version, subject, body, state: 'draft', authorName: author() })
  }

  static async discardDraft(place: Place) {
    await (await this.draftOf(place))?.delete()
  }

  /** The words of the product are used again; those of the company stay on record. */
  static async withdraw(place: Place) {
    await lockRow(await Tenant.current())
    const published = await this.publishedOf(place)
    if (!published) return
    await published.#retire()
    await TemplateWithdrawn.record(published, published.place)
  }

  async publish() {
    await lockRow(await Tenant.current())
    if (this.state !== 'draft') return
    const before = await MessageTemplate.publishedOf(this.place)
    if (before) await before.#retire()
    await Object.assign(this, { state: 'published', publishedAt: DateTime.utc() }).save()
    await TemplatePublished.record(this, this.place)
  }

  /** Its words as the draft of the next version, in place of a draft that may be there. */
  async restore() {
    const { subject, body } = this
    const draft = await MessageTemplate.draftOf(this.place)
    return MessageTemplate.saveDraft(this.place, { subject, body, basedOn: draft?.stamp ?? null })
  }

  /** Changes whenever its words do. */
  get stamp() {
    return this.updatedAt.toUTC().toISO()!
  }

  get place() {
    const { kind, channel, language, version } = this
    return { kind, channel, language, version }
  }

  async #retire() {
    await Object.assign(this, { state: 'replaced' }).save()
  }
}

/** The first mistake in words for one kind of message, in the field where it is. */
export function mistakeIn(kind: TemplateKindName, words: Words) {
  for (const field of ['subject', 'body'] as const) {
    try {
      TemplateText.parse(words[field], placeholdersOf(kind))
    } catch (error) {
      if (error instanceof TemplateMistake) return error.in(field)
      throw error
    }
  }
  return null
}

const author = () => Current.actor.name ?? null
