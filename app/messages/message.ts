import { DateTime } from 'luxon'
import db from '@adonisjs/lucid/services/db'
import { column } from '@adonisjs/lucid/orm'
import { MessageSchema } from '#database/schema'
import { Current } from '#app/platform/database/current'
import { tellOfLead } from '#app/leads/lead_news'
import Lead from '#app/leads/lead'
import type User from '#app/identity/user'
import Conversation from '#app/messages/conversation'
import { MessageCreated, MessageRead } from '#app/messages/message_events'

export type Party = 'customer' | 'user'

type Letter = {
  lead: Lead
  /** A colleague, or the customer of the lead. */
  author: User | 'customer'
  body: string
  /** Made once per form; the same key again is the same message. */
  key?: string | null
}

/** One message of the conversation about a lead, in either direction. */
export default class Message extends MessageSchema {
  @column()
  declare authorKind: Party

  /** Messages are whose their lead is. */
  static visibleTo(user: User) {
    return Lead.holdings.at('messages.lead_id').narrow(this.query(), user.reach('read', 'messages'))
  }

  static async post(letter: Letter): Promise<Message> {
    const known = letter.key && (await this.postedBefore(letter.key))
    return known || this.write(letter)
  }

  static ofLead(lead: { id: string }) {
    return this.query().where('leadId', lead.id).orderBy('id')
  }

  static async unreadOf(lead: { id: string }, reader: Party) {
    return (await this.unread(lead, reader)).length
  }

  /** How much of what the customer wrote is new to a colleague who may read it. */
  static async unreadBy(user: User, lead: { id: string }) {
    const unread = await this.visibleTo(user)
      .where({ leadId: lead.id, authorKind: 'customer' })
      .whereNull('readAt')
      .select('messages.id')
    return unread.length
  }

  /** Everything that the other side wrote about this lead has now been seen. A second look changes nothing. */
  static async readAll(lead: { id: string }, reader: Party) {
    if (Current.isImpersonated) return 0
    const read: { id: string }[] = await this.unread(lead, reader).update(
      { read_at: DateTime.utc().toISO() },
      ['id']
    )
    for (const message of read) await MessageRead.record(message, { leadId: lead.id, reader })
    if (read.length > 0 && reader === 'user') await Conversation.wereRead(lead, read.length)
    if (read.length > 0) await tellOfLead(lead.id)
    return read.length
  }

  private static unread(lead: { id: string }, reader: Party) {
    return this.query().where('leadId', lead.id).whereNot('authorKind', reader).whereNull('readAt')
  }

  // Two posts of one form may arrive together: the second waits here until the first one's message is there to find.
  private static async postedBefore(key: string) {
    await db.rawQuery('select pg_advisory_xact_lock(hashtextextended(?, 1))', [key])
    return this.findBy('submissionKey', key)
  }

  private static async write({ lead, author, body, key = null }: Letter) {
    const signature =
      author === 'customer'
        ? ({ authorKind: 'customer', userId: null, authorName: lead.contactName } as const)
        : ({ authorKind: 'user', userId: author.id, authorName: author.name } as const)
    const message = await this.create({
      ...signature,
      leadId: lead.id,
      body,
      submissionKey: key,
      readAt: null,
    })
    if (author !== 'customer') await lead.wasAnswered(message.createdAt)
    await Conversation.grow(message)
    await MessageCreated.record(message, {
      leadId: lead.id,
      leadNumber: lead.number,
      author: message.authorKind,
    })
    await lead.tellScreens()
    return message
  }
}
