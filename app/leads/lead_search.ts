import { fold } from '#app/platform/folding'
import { toE164 } from '#app/platform/phone'
import { Current } from '#app/platform/database/current'
import type Reach from '#app/access/reach'
import Customer from '#app/customers/customer'
import type User from '#app/identity/user'
import { wordsOf } from '#app/customers/customer_words'

/** With or without what stands before it. */
const NUMBER = /^#?(?:[A-Za-z0-9._/-]{0,9}[A-Za-z._/-])?(\d{1,15})$/

type Ids = { sql: string; bindings: unknown[] }

/**
 * What somebody typed to find a lead: the start of the contact's name, words of the customer's name and address, a
 * lead's number or a phone number; of a field that a role hides, nobody finds anything. Each way is one that an index serves behind the policy.
 */
export default class LeadSearch {
  constructor(
    private text: string,
    private country: string,
    private user: User
  ) {}

  // Joined as a table of ids: asked with `in (…)` the planner may walk the whole company instead.
  narrow(leads: { joinRaw(sql: string, bindings: Ids['bindings']): unknown }) {
    const ways = [this.byName(), ...this.byNumber(), ...this.byPhone(), ...this.byCustomer()]
    const ids = ways.map(({ sql }) => sql).join(' union ')
    leads.joinRaw(
      `inner join (${ids}) as found on found.id = leads.id`,
      ways.flatMap(({ bindings }) => bindings)
    )
  }

  private byName() {
    return this.leads('starts_with(name_norm, ?)', fold(this.text))
  }

  private byNumber() {
    const number = NUMBER.exec(this.text)?.[1]
    return number ? [this.leads('number = ?', number)] : []
  }

  private byPhone() {
    const isShown = this.user.fields('leads').shows('contactPhone')
    const phone = isShown && toE164(this.text, this.country)
    return phone ? [this.leads('contact_phone = ?', phone)] : []
  }

  private byCustomer(): Ids[] {
    const words = wordsOf(this.text)
    if (words.length === 0) return []
    const areAddressesShown =
      this.user.fields('leads').shows('address') && this.user.fields('customers').shows('address')
    const named = areAddressesShown ? '' : ' and in_name'
    const customers = words.map(
      () => `select customer_id from customer_words where tenant_id = ? and starts_with(word, ?)${named}`
    )
    const bindings = words.flatMap((word) => [Current.tenantId, word])
    const reach = this.user.reach('read', 'customers')
    return reach.kind === 'nothing'
      ? []
      : [this.leads(...this.ofSeen(customers.join(' intersect '), bindings, reach))]
  }

  // By a customer whom somebody may not see they find nothing.
  private ofSeen(customers: string, bindings: unknown[], reach: Reach): [string, ...unknown[]] {
    if (reach.kind === 'everything') return [`customer_id in (${customers})`, ...bindings]
    const seen = Customer.holdings.condition(reach)
    return [
      `customer_id in (select customers.id from customers
        where customers.tenant_id = ? and customers.id in (${customers}) and ${seen.sql})`,
      Current.tenantId,
      ...bindings,
      ...seen.bindings,
    ]
  }

  private leads(condition: string, ...bindings: unknown[]): Ids {
    return {
      sql: `select id from leads where tenant_id = ? and ${condition}`,
      bindings: [Current.tenantId, ...bindings],
    }
  }
}
