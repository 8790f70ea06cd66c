import db from '@adonisjs/lucid/services/db'
import { cursorOf, idOf } from '#app/platform/database/cursor'

const PAGE = 25
const COUNT_LIMIT = 10_000

export type CompanyFilters = { state?: 'active' | 'deactivated'; search?: string; after?: string }

export type CompanyRow = {
  id: string
  name: string
  slug: string
  state: 'active' | 'deactivated'
  country: string
  logo_key: string | null
  brand_color: string
  created_at: Date
  users: number
  leads: number
}

/** Every company of the installation, newest first, with how much it is used. */
export default class CompanyList {
  constructor(private filters: CompanyFilters) {}

  async page() {
    const { after } = this.filters
    const query = this.#matching()
      .select(COLUMNS)
      .select(db.raw(USERS), db.raw(LEADS))
      .orderBy('id', 'desc')
      .limit(PAGE + 1)
    if (after) query.where('id', '<', idOf(after))
    const found: CompanyRow[] = await query
    const rows = found.slice(0, PAGE)
    return { rows, nextCursor: found.length > PAGE ? cursorOf(rows[PAGE - 1].id) : null }
  }

  async count() {
    const some = this.#matching()
      .select(db.raw('1'))
      .limit(COUNT_LIMIT + 1)
    const { count } = await db.connection('system').from(some.as('some')).count('* as count').first()
    return capped(Number(count))
  }

  #matching() {
    const { state, search } = this.filters
    const query = db.connection('system').from('tenants')
    if (state) query.where('state', state)
    if (search)
      query.where((any) =>
        any.whereILike('name', `%${literal(search)}%`).orWhereILike('slug', `${literal(search)}%`)
      )
    return query
  }
}

export const capped = (count: number) =>
  count > COUNT_LIMIT ? `${COUNT_LIMIT.toLocaleString('en')}+` : count.toLocaleString('en')

const literal = (search: string) => search.replace(/[\\%_]/g, '\\$&')

const COLUMNS = ['id', 'name', 'slug', 'state', 'country', 'logo_key', 'brand_color', 'created_at']

const USERS = `(select count(*) from users where users.tenant_id = tenants.id and users.deactivated_at is null) as users`

const LEADS = `(select count(*) from (
  select from leads where leads.tenant_id = tenants.id limit ${COUNT_LIMIT + 1}) as counted) as leads`
