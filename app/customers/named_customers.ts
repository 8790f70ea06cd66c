import { validate } from 'uuid'
import { toE164 } from '#app/platform/phone'
import type User from '#app/identity/user'
import Customer, { reversedDigits } from '#app/customers/customer'

type Key = { column: 'id' | 'emailNorm' | 'phoneRev'; value: string }

/** Customers whom a list names by e-mail address, phone number or the id of an export, all looked up together. */
export class NamedCustomers {
  private found = new Map<string, Customer[]>()

  constructor(
    private user: User,
    private country: string
  ) {}

  async find(names: string[]) {
    const keys = names.map((name) => this.keyOf(name)).filter((key) => key !== null)
    for (const column of ['id', 'emailNorm', 'phoneRev'] as const) {
      const values = keys.filter((key) => key.column === column).map(({ value }) => value)
      const customers = values.length
        ? await Customer.visibleTo(this.user).whereIn(`customers.${SQL[column]}`, values)
        : []
      for (const one of customers) {
        const key = placeOf({ column, value: one[column]! })
        this.found.set(key, [...(this.found.get(key) ?? []), one])
      }
    }
    return this
  }

  /** Those of this name; more than one where people share a phone or a mailbox. */
  of(name: string): Customer[] {
    const key = this.keyOf(name)
    return key ? (this.found.get(placeOf(key)) ?? []) : []
  }

  // By a field that a role hides nobody finds anybody.
  private keyOf(name: string): Key | null {
    const fields = this.user.fields('customers')
    const number = toE164(name, this.country)
    if (validate(name)) return { column: 'id', value: name.toLowerCase() }
    if (name.includes('@'))
      return fields.shows('email') ? { column: 'emailNorm', value: name.toLowerCase() } : null
    return number && fields.shows('phone') ? { column: 'phoneRev', value: reversedDigits(number) } : null
  }
}

const SQL = { id: 'id', emailNorm: 'email_norm', phoneRev: 'phone_rev' }
const placeOf = ({ column, value }: Key) => `${column}:${value}`
