import db from '@adonisjs/lucid/services/db'
import { belongsTo } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import { ConversationSchema } from '#database/schema'
import { lockRow } from '#app/platform/database/row_lock'
import { newId } from '#app/platform/ids'
import { Current } from '#app/platform/database/current'
import User from '#app/identity/user'
import Lead from '#app/leads/lead'
import { tellFormerHolder, tellOfLead } from '#app/leads/lead_news'
import { ConversationAssigned } from '#app/messages/conversation_events'
import { NotAReaderError } from '#app/messages/errors'
import Message from '#app/messages/message'

/** All that was written about one lead, and how it stands: whose it is, what is unread, and since when somebody waits. */
export default class Conversation extends ConversationSchema {
  @belongsTo(() => User, { foreignKey: 'assigneeId' })
  declare assignee: BelongsTo<typeof User>

  @belongsTo(() => Lead, { foreignKey: 'leadId' })
  declare lead: BelongsTo<typeof Lead>

  @belongsTo(() => Message, { foreignKey: 'lastMessageId' })
  declare lastMessage: BelongsTo<typeof Message>

  static history = ['assigneeId'] as const

  static holdings = Lead.holdings.at('conversations.lead_id')

  /** Conversations are whose their lead is. */
  static visibleTo(user: User, size?: { few: boolean }) {
    return this.holdings.narrow(this.query(), user.reach('read', 'messages'), size)
  }

  static ofLead(lead: { id: string }) {
    return this.findBy('leadId', lead.id)
  }

  /** In whose hands the conversation about a lead is, if there is one and the reader may know. */
  static async headOf(lead: { id: string }, reader: User) {
    const conversation = await this.visibleTo(reader).where('leadId', lead.id).preload('assignee').first()
    if (!conversation) return null
    const { id, assignee } = conversation
    const assignable = await Lead.visibleTo(reader, 'assign').where('leads.id', lead.id).first()
    return {
      id,
      assignee: assignee ? { id: assignee.id, name: assignee.name } : null,
      mayAssign: assignable !== null,
    }
  }

  /** A message was written: the first one begins the conversation, in the hands of whoever has the lead. */
  static async grow(message: Message) {
    const isAsked = message.authorKind === 'customer'
    await db.rawQuery(GROW, {
      id: newId(),
      tenant: Current.tenantId,
      lead: message.leadId,
      message: message.id,
      unread: isAsked ? 1 : 0,
      waiting: isAsked ? message.id : null,
      at: message.createdAt.toUTC().toISO(),
    })
  }

  /** So many of the customer's messages have been read. */
  static async wereRead(lead: { id: string }, count: number) {
    await this.query().where('leadId', lead.id).decrement('unread_count', count)
  }

  /** The lead has gone into other hands, and its conversation with it, unless somebody else has that. */
  static async follow(lead: Lead, previousId?: string | null) {
    await this.query()
      .where('leadId', lead.id)
      .where((held) => (previousId ? held.where('assigneeId', previousId) : held).orWhereNull('assigneeId'))
      .update({ assignee_id: lead.assigneeId })
  }

  /** Puts the conversation into somebody's hands, or back into nobody's. The same hands again are calm. */
  async assign(assignee: User | null) {
    const lead = await Lead.findOrFail(this.leadId)
    if (assignee) await this.requireReader(assignee, lead)
    await lockRow(this)
    const [previousId, assigneeId] = [this.assigneeId, assignee?.id ?? null]
    if (assigneeId === previousId) return
    this.assigneeId = assigneeId
    await this.save()
    const { id: leadId, number: leadNumber } = lead
    await ConversationAssigned.record(this, { leadId, leadNumber, assigneeId, previousId })
    await tellOfLead(leadId)
    if (previousId) await tellFormerHolder(previousId)
  }

  // The lock keeps the person from being deactivated before this is there to be taken from them.
  private async requireReader(assignee: User, lead: Lead) {
    await User.active().where('id', assignee.id).forShare().firstOrFail()
    const isReader = await Lead.holdings.reaches(assignee.reach('read', 'messages'), lead)
    if (!isReader) throw new NotAReaderError()
  }
}

// One statement, since two messages may come at once: the second finds what the first has left.
const GROW = `insert into conversations
    (id, tenant_id, lead_id, assignee_id, last_message_id, unread_count, waiting_message_id, created_at, updated_at)
  select :id, leads.tenant_id, leads.id, users.id, :message, :unread, :waiting, :at, :at
  from leads left join users on users.tenant_id = leads.tenant_id and users.id = leads.assignee_id
    and users.deactivated_at is null
  where leads.tenant_id = :tenant and leads.id = :lead
  on conflict (tenant_id, lead_id) do update set
    last_message_id = greatest(conversations.last_message_id, excluded.last_message_id),
    unread_count = conversations.unread_count + excluded.unread_count,
    waiting_message_id = case when excluded.waiting_message_id is not null
      then coalesce(conversations.waiting_message_id, excluded.waiting_message_id) end,
    updated_at = excluded.updated_at`
