import { CannedReplySchema } from '#database/schema'
import { lockRow } from '#app/platform/database/row_lock'
import Tenant from '#app/tenancy/tenant'
import type User from '#app/identity/user'
import type Lead from '#app/leads/lead'
import { TemplateMistake } from '#app/message_templates/errors'
import { TemplateText } from '#app/message_templates/template_text'
import {
  CannedReplyCreated,
  CannedReplyDeleted,
  CannedReplyUpdated,
} from '#app/canned_replies/canned_reply_events'
import { ShortcutTakenError, TooManyCannedRepliesError } from '#app/canned_replies/errors'

type Words = string | null | undefined
export type Draft = { title: string; shortcut: string; english?: Words; spanish?: Words }

/** What may stand in a gap, with an example. */
export const PLACEHOLDERS = {
  customer_name: 'Dana Whitfield',
  company_name: 'Your company',
  request_number: '1042',
  request_summary: 'Boiler makes a knocking noise',
  author_name: 'Sam Rivera',
}
export const MOST_REPLIES = 200
const LANGUAGES = ['english', 'spanish'] as const

/** An answer that a company gives again and again. Picked, it is filled in, and whoever writes may change it before it is sent. */
export default class CannedReply extends CannedReplySchema {
  static listed() {
    return this.query().orderByRaw('lower(title)').orderBy('id').limit(MOST_REPLIES)
  }

  /** All of them as somebody would say them about a lead, in the language of its customer where there are words in it. */
  static async filledFor(lead: Lead, author: User) {
    const tenant = await Tenant.current()
    const values = {
      customer_name: lead.contactName,
      company_name: tenant.name,
      request_number: lead.reference,
      request_summary: lead.summary,
      author_name: author.name,
    }
    const isSpanish = (lead.language ?? tenant.locale).startsWith('es')
    return (await this.listed()).map((reply) => ({
      id: reply.id,
      title: reply.title,
      shortcut: reply.shortcut,
      text: TemplateText.parse(reply.wordsIn(isSpanish)).fill(values),
    }))
  }

  static async add(draft: Draft) {
    requireKnownGaps(draft)
    await lockRow(await Tenant.current())
    await this.requireFree(draft.shortcut)
    const others = await this.query().select('id').limit(MOST_REPLIES)
    if (others.length >= MOST_REPLIES) throw new TooManyCannedRepliesError()
    const reply = await this.create(whole(draft))
    await CannedReplyCreated.record(reply, reply.facts)
    return reply
  }

  /** Saying the same again is calm. */
  async revise(draft: Draft) {
    requireKnownGaps(draft)
    await lockRow(await Tenant.current())
    await CannedReply.requireFree(draft.shortcut, this.id)
    Object.assign(this, whole(draft))
    if (!this.$isDirty) return
    await this.save()
    await CannedReplyUpdated.record(this, this.facts)
  }

  async remove() {
    await CannedReplyDeleted.record(this, this.facts)
    await this.delete()
  }

  private wordsIn(isSpanish: boolean) {
    return ((isSpanish ? this.spanish : this.english) ?? this.english ?? this.spanish)!
  }

  private get facts() {
    return { title: this.title, shortcut: this.shortcut }
  }

  private static async requireFree(shortcut: string, id?: string) {
    const taken = await this.query()
      .where('shortcut', shortcut)
      .if(id, (others) => others.whereNot('id', id!))
      .first()
    if (taken) throw new ShortcutTakenError(`“${taken.title}” has this shortcut already. Choose another one.`)
  }
}

const whole = ({ english = null, spanish = null, ...draft }: Draft) => ({ ...draft, english, spanish })

function requireKnownGaps(draft: Draft) {
  for (const field of LANGUAGES) {
    try {
      TemplateText.parse(draft[field] ?? '', Object.keys(PLACEHOLDERS))
    } catch (error) {
      throw error instanceof TemplateMistake ? error.in(field) : error
    }
  }
}
