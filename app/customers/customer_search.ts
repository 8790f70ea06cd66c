import db from '@adonisjs/lucid/services/db'
import type { ModelQueryBuilderContract } from '@adonisjs/lucid/types/model'
import { wordsOf } from '#app/customers/customer_words'
import { reversedDigits, type default as Customer } from '#app/customers/customer'
import type Fields from '#app/access/fields'
import { toE164 } from '#app/platform/phone'

type CustomerQuery = ModelQueryBuilderContract<typeof Customer, Customer>
/** A query for the ids of the customers who match. */
type Ids = { sql: string; bindings: string[] }
type Page = { after?: string; limit: number }

const PHONE_PUNCTUATION = /^[\d\s()+./-]+$/
const WHOLE_PHONE = 7
const PART_OF_PHONE = 4
const WINDOW = 1_000
const MOST_TERMS = 8
const NOBODY: Ids = { sql: 'select id from customers where false', bindings: [] }

/**
 * What somebody typed to find a customer: words of the name and address, the start of an e-mail address, or the end
 * of a phone number; of a field that a role hides, nobody finds anything. Each term is a list of ids that an index serves behind the policy; all of them must hold.
 */
export class CustomerSearch {
  private terms: Ids[]

  constructor(
    private text: string,
    private country: string,
    private fields?: Fields<'customers'>
  ) {
    this.text = text.trim()
    this.terms = this.read().slice(0, MOST_TERMS)
  }

  /**
   * The newest matches of `scope`. A frequent word is found among the newest customers at once; only for a rare one
   * does it pay to gather all ids first. Left to itself the planner guesses, and guesses wrong by seconds.
   */
  async newest(scope: () => CustomerQuery, { after, limit }: Page): Promise<Customer[]> {
    const page = () =>
      scope()
        .if(after, (query) => query.where('customers.id', '<', after!))
        .limit(limit)
    if (this.text === '') return page().orderBy('customers.id', 'desc')
    if (this.terms.length === 0) return []
    const floor = await this.floorOfWindow(after)
    const recent = page()
      .orderBy('customers.id', 'desc')
      .if(floor, (query) => query.where('customers.id', '>=', floor!))
    for (const { sql, bindings } of this.terms) recent.whereRaw(`customers.id in (${sql})`, bindings)
    const found = await recent
    return floor && found.length < limit ? this.amongAll(page()) : found
  }

  /** The matches of a query in no order: for counting them. */
  narrow(customers: CustomerQuery) {
    for (const { sql, bindings } of this.terms) customers.whereRaw(`customers.id in (${sql})`, bindings)
    return customers.if(this.text !== '' && this.terms.length === 0, (none) => none.whereRaw('false'))
  }

  private async floorOfWindow(after?: string): Promise<string | undefined> {
    const below = db.from('customers').if(after, (query) => query.where('id', '<', after!))
    const row = await below
      .orderBy('id', 'desc')
      .offset(WINDOW - 1)
      .select('id')
      .first()
    return row?.id
  }

  private async amongAll(query: CustomerQuery) {
    const all = this.terms.map(({ sql }) => `(${sql})`).join(' intersect ')
    return query
      .select('customers.*')
      .joinRaw(
        `inner join (select distinct id from (${all}) as ids) as found on found.id = customers.id`,
        this.terms.flatMap(({ bindings }) => bindings)
      )
      .orderBy('found.id', 'desc')
  }

  private read(): Ids[] {
    const digits = this.text.replace(/\D/g, '')
    if (PHONE_PUNCTUATION.test(this.text) && digits.length >= WHOLE_PHONE) return [this.phone(this.text)]
    const parts = this.text.split(/\s+/).filter(Boolean)
    return parts.flatMap((part) => this.termsOf(part, parts.length === 1))
  }

  private termsOf(part: string, isAlone: boolean): Ids[] {
    const isNumber = /^\d+$/.test(part) && part.length >= PART_OF_PHONE
    if (part.includes('@')) return [this.email(part)]
    if (isAlone && isNumber) return [either(this.word(part), this.phone(part))]
    return wordsOf(part).map((word) => this.word(word))
  }

  private word(start: string): Ids {
    const named = this.shows('address') ? '' : ' and in_name'
    return {
      sql: `select customer_id as id from customer_words where starts_with(word, ?)${named}`,
      bindings: [start],
    }
  }

  private email(start: string): Ids {
    if (!this.shows('email')) return NOBODY
    return ofAnyContact('email_norm', start.toLowerCase())
  }

  private phone(typed: string): Ids {
    if (!this.shows('phone')) return NOBODY
    const end = toE164(typed, this.country) ?? typed.replace(/^\D*0/, '')
    return ofAnyContact('phone_rev', reversedDigits(end))
  }

  private shows(field: 'phone' | 'email' | 'address') {
    return this.fields?.shows(field) ?? true
  }
}

/** Of the customer's own row or of another contact. */
const ofAnyContact = (column: 'email_norm' | 'phone_rev', start: string) =>
  either(
    { sql: `select id from customers where starts_with(${column}, ?)`, bindings: [start] },
    {
      sql: `select customer_id as id from customer_contacts where removed_at is null and starts_with(${column}, ?)`,
      bindings: [start],
    }
  )

const either = (one: Ids, other: Ids): Ids => ({
  sql: `${one.sql} union ${other.sql}`,
  bindings: [...one.bindings, ...other.bindings],
})
