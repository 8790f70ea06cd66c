import db from '@adonisjs/lucid/services/db'
import { Current } from '#app/platform/database/current'
import { inWords } from '#app/platform/database/capped_count'
import { byAge, pageIn } from '#app/platform/database/keyset_page'
import { isLevelWithin } from '#app/access/levels'
import type { Action } from '#app/access/subjects'
import Reach from '#app/access/reach'
import Team from '#app/access/team'
import type User from '#app/identity/user'
import type Tenant from '#app/tenancy/tenant'
import LeadDays from '#app/leads/lead_days'
import { LEAD_HOLDINGS, LEADS_IN_HAND } from '#app/leads/lead_holdings'
import LeadSearch from '#app/leads/lead_search'
import type { LeadSource } from '#app/leads/lead_submission'
import Lead, { type LeadStatus } from '#app/leads/lead'

const PAGE = 25
const EVERYTHING = Number.MAX_SAFE_INTEGER - 1
const MANY_WAITING = 99

export const LEAD_REPLIES = ['none', 'given'] as const
export type LeadReply = (typeof LEAD_REPLIES)[number]

export type LeadFilters = {
  status?: LeadStatus
  source?: LeadSource
  assignee?: string
  team?: string
  search?: string
  /** Days by the company's clock. */
  from?: string
  until?: string
  reply?: LeadReply
  messages?: 'unread'
  sort?: '-createdAt' | 'createdAt'
  limit?: number
  after?: string
}

type Leads = ReturnType<typeof Lead.query>
type Column = string | ReturnType<typeof db.raw>

export type LeadRow = {
  id: string
  number: number
  number_prefix: string
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
    private tenant: Pick<Tenant, 'country' | 'timeZone'>,
    private filters: LeadFilters,
    private action: Action = 'read'
  ) {}

  /** One page, with what a row of the list says or with other columns. */
  async page<Row extends { id: string } = LeadRow>(columns: Column[] = listedTo(this.user)) {
    const { sort = '-createdAt', limit = PAGE, after } = this.filters
    const query = Lead.holdings
      .narrow((await this.filtering())(), this.reach, await this.size())
      .pojo<Row>()
      .select(...columns)
      .leftJoin('users', (on) =>
        on.on('users.tenant_id', 'leads.tenant_id').andOn('users.id', 'leads.assignee_id')
      )
      .leftJoin('qr_codes', (on) =>
        on.on('qr_codes.tenant_id', 'leads.tenant_id').andOn('qr_codes.id', 'leads.qr_code_id')
      )
    return pageIn<Row>(query, byAge<Row>('leads.id'), { sort, limit, after })
  }

  async count() {
    return inWords(await Lead.holdings.countUpTo(await this.filtering(), this.reach))
  }

  async exactCount() {
    return Lead.holdings.countUpTo(await this.filtering(), this.reach, EVERYTHING)
  }

  /** How many wait for somebody to begin. */
  waiting() {
    return Lead.holdings.countUpTo(() => Lead.query().where('leads.status', 'new'), this.reach, MANY_WAITING)
  }

  private get reach() {
    return this.user.reach(this.action, 'leads')
  }

  private async size() {
    return (this.known ??= { few: await Lead.holdings.areFew(this.reach) })
  }

  private async filtering() {
    const ofTeam = await this.narrowingToTeam()
    return () => ofTeam(this.filtered())
  }

  /** A team's leads: those of its people, and those that were given to it; the same of the teams below. */
  private async narrowingToTeam() {
    const { team } = this.filters
    const reach = team ? await Team.reachOf(team) : Reach.everything
    const size = { few: await LEADS_IN_HAND.areFew(reach) }
    return (leads: Leads) => LEADS_IN_HAND.narrow(leads, reach, size)
  }

  private filtered(): Leads {
    const { status, source, assignee, search, reply, messages } = this.filters
    const query = Lead.query()
    this.narrowToDays(query)
    if (status) query.where('leads.status', status)
    if (source) query.where('leads.source', source)
    if (assignee === 'none') query.whereNull('leads.assignee_id')
    else if (assignee) query.where('leads.assignee_id', assignee === 'me' ? this.user.id : assignee)
    if (reply === 'none') query.whereNull('leads.first_replied_at')
    if (reply === 'given') query.whereNotNull('leads.first_replied_at')
    if (messages) this.narrowToUnread(query)
    if (search) new LeadSearch(search, this.tenant.country, this.user).narrow(query)
    return query
  }

  // Gathered first, since open messages are few and leads are many. Who may read those of all leads in this list need
  // not be asked at each.
  private narrowToUnread(query: Leads) {
    const [list, read] = [this.user.level(this.action, 'leads'), this.user.level('read', 'messages')]
    const { sql, bindings } = isLevelWithin(list, read)
      ? { sql: 'true', bindings: [] }
      : MESSAGES.condition(this.user.reach('read', 'messages'))
    query.whereRaw(
      `leads.id = any(array(select messages.lead_id from messages where messages.tenant_id = ?
        and messages.author_kind = 'customer' and messages.read_at is null and ${sql}))`,
      [Current.tenantId, ...bindings] as never
    )
  }

  private narrowToDays(query: Leads) {
    const { from, until } = this.filters
    const dayAt = (day: string) => LeadDays.between(day, day, this.tenant.timeZone).bounds
    if (from) query.where('leads.id', '>=', dayAt(from)[0])
    if (until) query.where('leads.id', '<', dayAt(until)[1])
  }
}

const PHOTOS = `(select count(*) from attachments
  where attachments.tenant_id = leads.tenant_id and attachments.lead_id = leads.id
    and attachments.content_type = 'image/jpeg') as photos`

const MESSAGES = LEAD_HOLDINGS.at('messages.lead_id')

function unreadBy(user: User) {
  const { sql, bindings } = MESSAGES.condition(user.reach('read', 'messages'))
  return db.raw(
    `(select count(*) from messages where messages.tenant_id = leads.tenant_id and messages.lead_id = leads.id
      and messages.author_kind = 'customer' and messages.read_at is null and ${sql}) as unread`,
    bindings as never
  )
}

const listedTo = (user: User): Column[] => [
  'leads.id',
  'leads.number',
  'leads.number_prefix',
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
  db.raw(PHOTOS),
  unreadBy(user),
]
