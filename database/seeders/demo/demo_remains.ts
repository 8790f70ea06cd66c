import db from '@adonisjs/lucid/services/db'
import drive from '@adonisjs/drive/services/main'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { acrossTenants } from '#app/platform/database/current'
import { ADDRESSES, COMPANY_IDS, OPERATOR } from './cast.js'

type Company = { id: string; name: string }

/** Everything that the demo has left in an installation, whole or torn off in the middle. */
export class DemoRemains {
  private constructor(readonly companies: Company[]) {}

  static async find() {
    const companies = await db
      .connection('system')
      .from('tenants')
      .whereIn('id', COMPANY_IDS)
      .orderBy('id')
      .select('id', 'name')
    return new DemoRemains(companies as Company[])
  }

  get hasCompanies() {
    return this.companies.length > 0
  }

  /** Files first: whatever is interrupted, the rows still lead back here. */
  async clear() {
    for (const id of COMPANY_IDS) {
      await drive.use().deleteAll(`photos/${id}`)
      await drive.use().deleteAll(`logos/${id}`)
    }
    await acrossTenants(async (trx) => {
      const people = await this.#people(trx)
      await this.#clearCompanies(trx)
      await trx.rawQuery(`delete from pgboss.job where data ->> 'tenantId' = any(?)`, [COMPANY_IDS])
      await this.#clearPeople(trx, people)
    })
  }

  async #people(trx: TransactionClientContract): Promise<string[]> {
    const members = await trx.from('users').whereIn('tenant_id', COMPANY_IDS).select('identity_id as id')
    const known = await trx.from('identities').whereIn('email', ADDRESSES).select('id')
    return [...members, ...known].map(({ id }) => id)
  }

  // One statement for all tables: keys are checked when it ends, so their order does not matter, nor do circles.
  async #clearCompanies(trx: TransactionClientContract) {
    const { rows } = await trx.rawQuery<{ rows: { name: string }[] }>(TENANT_TABLES)
    const steps = rows.map(
      ({ name }) => `from_${name} as (delete from ${name} where tenant_id in (select id from gone))`
    )
    await trx.rawQuery(
      `with gone as (select unnest(?::uuid[]) as id), ${steps.join(', ')} delete from tenants where id in (select id from gone)`,
      [COMPANY_IDS]
    )
  }

  // Who works elsewhere too keeps the login; so does the operator while nobody else could open the console.
  async #clearPeople(trx: TransactionClientContract, ids: string[]) {
    const isNeeded = trx
      .from('tenants')
      .whereNotExists((others) =>
        others.from('identities').where('is_super_user', true).whereNot('email', OPERATOR.email)
      )
      .select('id')
    const leaving = trx
      .from('identities')
      .whereIn('id', ids)
      .whereNotExists((users) => users.from('users').whereColumn('users.identity_id', 'identities.id'))
      .where((one) =>
        one
          .where('is_super_user', false)
          .orWhere((operator) => operator.where('email', OPERATOR.email).whereNotExists(isNeeded))
      )
    const gone: string[] = (await leaving.select('id')).map(({ id }) => id)
    await trx.from('sessions').whereIn('user_id', gone).delete()
    await trx.from('identities').whereIn('id', gone).delete()
  }
}

const TENANT_TABLES = `
  select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')`
