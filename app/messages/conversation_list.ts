import { inWords } from '#app/platform/database/capped_count'
import { pageIn, type Orders } from '#app/platform/database/keyset_page'
import type User from '#app/identity/user'
import Lead from '#app/leads/lead'
import Conversation from '#app/messages/conversation'

const PAGE = 25
const MANY = 99

/** What there is to do: something new to read, or somebody who waits for an answer. */
export const CONVERSATION_STATES = ['unread', 'waiting'] as const
export type ConversationState = (typeof CONVERSATION_STATES)[number]

export type ConversationFilters = {
  state?: ConversationState
  /** Somebody's id, `me`, or `none`. */
  assignee?: string
  limit?: number
  after?: string
}
/** `mayAssign`: whether the reader may hand it to somebody. */
export type ListedConversation = { conversation: Conversation; lead: Lead; mayAssign: boolean }

const LATEST = 'conversations.last_message_id'
const WAITING = 'conversations.waiting_message_id'

// Whoever has waited longest comes first.
const ORDERS: Orders<Conversation> = {
  latest: { columns: [LATEST], direction: 'desc', positionOf: (row) => [row.lastMessageId] },
  waiting: { columns: [WAITING], direction: 'asc', positionOf: (row) => [row.waitingMessageId!] },
}

/** The conversations that one user sees through filters. */
export default class ConversationList {
  constructor(
    private user: User,
    private filters: ConversationFilters = {}
  ) {}

  async page() {
    const { state, limit = PAGE, after } = this.filters
    const few = await Conversation.holdings.areFew(this.reach)
    const conversations = Conversation.holdings.narrow(this.filtered(), this.reach, { few })
    conversations.preload('lastMessage').preload('assignee')
    const sort = state === 'waiting' ? 'waiting' : 'latest'
    const { rows, nextCursor } = await pageIn<Conversation>(conversations, ORDERS, { sort, after, limit })
    return { rows: await this.withLeads(rows), nextCursor }
  }

  async count() {
    return inWords(await Conversation.holdings.countUpTo(() => this.filtered(), this.reach))
  }

  /** How many have something that nobody has read yet, counted as far as one more than can be said. */
  unread() {
    return this.countIn('unread')
  }

  waiting() {
    return this.countIn('waiting')
  }

  private countIn(state: ConversationState) {
    return Conversation.holdings.countUpTo(() => this.in(state), this.reach, MANY)
  }

  private get reach() {
    return this.user.reach('read', 'messages')
  }

  private async withLeads(rows: Conversation[]): Promise<ListedConversation[]> {
    const ids = rows.map(({ leadId }) => leadId)
    const leads = await Lead.seenOf(ids, this.user)
    const assignable = await Lead.visibleTo(this.user, 'assign').whereIn('leads.id', ids).select('leads.id')
    const handed = new Set(assignable.map(({ id }) => id))
    return rows.flatMap((conversation) => {
      const lead = leads.get(conversation.leadId)
      return lead ? [{ conversation, lead, mayAssign: handed.has(lead.id) }] : []
    })
  }

  private filtered() {
    const { state, assignee } = this.filters
    const conversations = this.in(state)
    if (assignee === 'none') return conversations.whereNull('conversations.assignee_id')
    if (!assignee) return conversations
    return conversations.where('conversations.assignee_id', assignee === 'me' ? this.user.id : assignee)
  }

  private in(state?: ConversationState) {
    const conversations = Conversation.query()
    if (state === 'unread') conversations.where('conversations.unread_count', '>', 0)
    if (state === 'waiting') conversations.whereNotNull(WAITING)
    return conversations
  }
}
