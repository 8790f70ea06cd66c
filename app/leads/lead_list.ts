import db from '@adonisjs/lucid/services/db'
import { countInWords, countUpTo } from '#app/platform/capped_count'
import { byAge, pageIn } from '#app/platform/keyset_page'
import type User from '#app/identity/user'
import LeadSearch from '#app/leads/lead_search'
import Lead, { type LeadStatus } from '#app/leads/lead'

const PAGE = 25
const ORDERS = byAge<LeadRow>('leads.id')
// A count touches everything that somebody holds, however much it is.
const GATHERED = { few: true }
const MANY_WAITING = 99

export type LeadFilters = {
  status?: LeadStatus
  source?: 'qr' | 'manual'
  assignee?: string
  search?: string
  sort?: '-createdAt' | 'createdAt'
  limit?: number
  after?: string
}

export type LeadRow = {
  id: string
  number: number
  status: LeadStatus
  source: string
  contact_name: string
  contact_phone: string | null
  address: string | null
  summary: string
  created_at: Date
  assignee_id: string | null
  assignee_name: string | null
  short_code: string | null
  photos: number
  unread: number
}

/** The leads that one user sees through filters: plain rows, since a list needs no behaviour. */
export default class LeadList {
  private known?: { few: boolean }

  constructor(
    private user: User,
    private country: string,
    private filters: LeadFilters
  ) {}

  async page() {
    const { sort = '-createdAt', limit = PAGE, after } = this.filters
    const query = this.matching(await this.size())
      .pojo<LeadRow>()
      .select(COLUMNS)
      .select(db.raw(PHOTOS), db.raw(UNREAD))
      .leftJoin('users', (on) =>
        on.on('users.tenant_id', 'leads.tenant_id').andOn('users.id', 'leads.assignee_id')
      )
      .leftJoin('qr_codes', (on) =>
        on.on('qr_codes.tenant_id', 'leads.tenant_id').andOn('qr_codes.id', 'leads.qr_code_id')
      )
    return pageIn<LeadRow>(query, ORDERS, { sort, limit, after })
  }

  count() {
    return countInWords(this.matching(GATHERED))
  }

  /** How many wait for somebody to begin. */
  async waiting() {
    return countUpTo(
      Lead.visibleTo(this.user, 'read', await this.size()).where('leads.status', 'new'),
      MANY_WAITING
    )
  }

  private async size() {
    return (this.known ??= { few: await Lead.holdings.areFew(this.user.reach('read', 'leads')) })
  }

  private matching(size: { few: boolean }) {
    const { status, source, assignee, search } = this.filters
    const query = Lead.visibleTo(this.user, 'read', size)
    if (status) query.where('leads.status', status)
    if (source) query.where('leads.source', source)
    if (assignee === 'none') query.whereNull('leads.assignee_id')
    else if (assignee) query.where('leads.assignee_id', assignee === 'me' ? this.user.id : assignee)
    if (search) new LeadSearch(search, this.country, this.user).narrow(query)
    return query
  }
}

const COLUMNS = [
  'leads.id',
  'leads.number',
  'leads.status',
  'leads.source',
  'leads.contact_name',
  'leads.contact_phone',
  'leads.address',
  'leads.summary',
  'leads.created_at',
  'leads.assignee_id',
  'users.name as assignee_name',
  'qr_codes.short_code',
]

const PHOTOS = `(select count(*) from attachments
  where attachments.tenant_id = leads.tenant_id and attachments.lead_id = leads.id) as photos`

const UNREAD = `(select count(*) from messages
  where messages.tenant_id = leads.tenant_id and messages.lead_id = leads.id
    and messages.author_kind = 'customer' and messages.read_at is null) as unread`
