import { createHash } from 'node:crypto'
import type { CrmAdapter, CrmCustomer, CrmCustomerFields, CrmValues } from '#plugins/crm/contract'
import { toE164 } from '#app/platform/phone'
import type Customer from '#app/customers/customer'
import { isReading, isWriting, type FieldRule } from '#app/crm_connections/crm_field_mapping'
import { isFact, OUR_FIELDS, valueOf, type Fact, type OurField } from '#app/crm_connections/our_fields'

export type Outgoing = { fields: Partial<CrmCustomerFields>; values: CrmValues }
/** Of each field a mark of what both had last, which tells a change and not the value. */
export type Marks = Partial<Record<Fact, string>>

/** How one company's customers are written to its customer system, and read from it. */
export class CrmMapping {
  readonly rules: FieldRule[]
  private phonePlaces: readonly string[]

  constructor(own: FieldRule[], { capabilities: { keeps, places } }: Pick<CrmAdapter, 'capabilities'>) {
    this.phonePlaces = places.phone ?? []
    this.rules = OUR_FIELDS.flatMap((ours) => {
      const said = own.find((rule) => rule.ours === ours)
      if (said && (said.theirs || keeps.includes(ours as Fact))) return said
      return keeps.includes(ours as Fact) ? { ...AS_EVER, ours } : []
    })
  }

  /** The fields of theirs whose values a customer has to come with; a number there may be none that can be read as one. */
  get names() {
    const mapped = this.rules.flatMap(({ theirs, direction }) =>
      theirs && direction !== 'none' ? theirs : []
    )
    const isReadingPhone = this.incoming.some(({ ours, theirs }) => ours === 'phone' && !theirs)
    return [...new Set([...mapped, ...(isReadingPhone ? this.phonePlaces : [])])]
  }

  get isReading() {
    return this.incoming.length > 0
  }

  /** Those of ours that theirs may change. */
  get incoming() {
    return this.rules.filter(
      (rule): rule is FieldRule & { ours: Fact } => isFact(rule.ours) && isReading(rule)
    )
  }

  /** What is written of a customer. A new record has a name, whoever owns that. */
  written(customer: Customer, { isNew = false } = {}): Outgoing {
    const fields: Record<string, string | null> = {}
    const values: CrmValues = {}
    for (const rule of this.rules) {
      if (!isWriting(rule) && !(isNew && rule.ours === 'name')) continue
      const value = inTheirs(rule, valueOf(customer, rule.ours))
      if (rule.theirs) values[rule.theirs] = value
      else fields[rule.ours] = value
    }
    return { fields: fields as Partial<CrmCustomerFields>, values }
  }

  /** What they have of one of our fields, in our words. */
  read({ ours, theirs, choices }: FieldRule, there: CrmCustomer) {
    const own = theirs ? there.values?.[theirs] : there[ours as Fact]
    const value = own ?? (ours === 'phone' && !theirs ? this.typedPhone(there) : null)
    if (ours === 'phone' && value) return toE164(value, there.country) ?? value
    return choices.find((choice) => choice.theirs === value)?.ours ?? value
  }

  /** Which of our fields would be another there. */
  differences({ fields, values }: Outgoing, there: CrmCustomer) {
    return this.rules.flatMap((rule) => {
      const { ours, theirs } = rule
      const isWritten = theirs ? theirs in values : ours in fields
      const [value, present] = theirs
        ? [values[theirs], there.values?.[theirs]]
        : [fields[ours as Fact], there[ours as Fact]]
      return isWritten && !isSame(ours, value ?? null, present ?? null) ? ours : []
    })
  }

  /** What they have by now, to know later what was changed since. */
  marksOf(customer: { id: string }, there: CrmCustomer): Marks {
    return Object.fromEntries(
      this.incoming.map((rule) => [rule.ours, markOf(customer, rule.ours, this.read(rule, there))])
    )
  }

  /** The same of a customer who was made of what they have. */
  marksHere(customer: Customer): Marks {
    return Object.fromEntries(
      this.incoming.map(({ ours }) => [ours, markOf(customer, ours, customer[ours] ?? null)])
    )
  }

  hasChanged(customer: { id: string }, marks: Marks, there: CrmCustomer) {
    return this.incoming.some(
      (rule) => marks[rule.ours] !== markOf(customer, rule.ours, this.read(rule, there))
    )
  }

  private typedPhone({ values }: CrmCustomer) {
    return this.phonePlaces.map((name) => values?.[name]).find(Boolean) ?? null
  }
}

const AS_EVER = { theirs: null, direction: 'out', owner: 'ours', choices: [] } satisfies Partial<FieldRule>

function inTheirs({ choices }: FieldRule, value: string | null) {
  return choices.find(({ ours }) => ours === value)?.theirs ?? value
}

const plain = (field: OurField, value: string | null) =>
  (field === 'email' ? value?.toLowerCase() : value)?.trim() || null

export const isSame = (field: OurField, one: string | null, other: string | null) =>
  plain(field, one) === plain(field, other)

/** Nobody else's mark of the same value is the same. */
export const markOf = ({ id }: { id: string }, field: Fact, value: string | null) =>
  createHash('sha256')
    .update(JSON.stringify([id, field, plain(field, value)]))
    .digest('base64url')
    .slice(0, 22)
