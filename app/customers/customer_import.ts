import { errors } from '@vinejs/vine'
import { csvLine, UTF8_MARK } from '#app/platform/csv'
import { byId } from '#app/platform/by_id'
import { Current, type Unit } from '#app/platform/database/current'
import type User from '#app/identity/user'
import type Tenant from '#app/tenancy/tenant'
import Customer, { type CustomerFacts } from '#app/customers/customer'
import { everyoneLike } from '#app/customers/customer_duplicates'
import { CustomerContacts, CustomerSites } from '#app/customers/customer_parts'
import { planOf, type RowPlan } from '#app/customers/customer_row'
import { readSheet, type SheetRow } from '#app/customers/customer_sheet'
import { customerSystem } from '#app/customers/customer_system'
import { TooManyPartsError } from '#app/customers/errors'

export type ImportedRow = {
  line: number
  name: string
  /** What is new about somebody who is known, in the words of the columns. */
  changes: string[]
  state: 'new' | 'changed' | 'same' | 'refused'
  problem: string | null
}

/** Customers taken in from a spreadsheet, new ones and known ones. Each row stands for itself: one that fails holds up no other. */
export class CustomerImport {
  private sheet: ReturnType<typeof readSheet>

  /** Sent twice with one key, or again after its answer was lost, a list makes nobody twice. */
  constructor(
    list: string,
    private key: string,
    private user: User,
    private tenant: Tenant
  ) {
    this.sheet = readSheet(list)
  }

  /** What would become of each row, without changing anything. Inside a unit. */
  async check(): Promise<ImportedRow[]> {
    return (await this.#plans()).map(outcomeOf)
  }

  /** A unit for each row, so that what was taken in stays, and nobody waits for a long list. */
  async apply(unit: Unit): Promise<ImportedRow[]> {
    const outcomes = []
    for (const plan of await Current.run(unit, () => this.#plans())) {
      if (plan.problem === null && !isSame(plan)) plan.problem = await this.#take(plan, unit)
      outcomes.push(outcomeOf(plan))
    }
    return outcomes
  }

  /** The columns that mean nothing here. */
  get ignored() {
    return this.sheet.ignored
  }

  /** The rows that were refused, with the reason: a list that can be mended and taken in again. */
  refusedList(outcomes: ImportedRow[]) {
    const kept = [...this.sheet.head.keys()].filter((at) => this.sheet.head[at] !== 'Problem')
    const refused = this.sheet.rows.flatMap(({ cells }, index) => {
      const { problem } = outcomes[index]
      return problem === null ? [] : [[...kept.map((at) => cells[at]), problem]]
    })
    return (
      UTF8_MARK + [[...kept.map((at) => this.sheet.head[at]), 'Problem'], ...refused].map(csvLine).join('')
    )
  }

  async #plans(): Promise<RowPlan[]> {
    const ids = this.sheet.rows.map(({ id }) => id).filter((id) => UUID.test(id))
    const known = byId(await Customer.visibleTo(this.user).whereIn('customers.id', ids))
    const mine = await Customer.visibleTo(this.user, 'edit')
      .whereIn('customers.id', ids)
      .select('customers.id')
    await Customer.loadParts([...known.values()])
    const rights = { user: this.user, country: this.tenant.country, mine: byId(mine) }
    const plans: RowPlan[] = []
    for (const row of this.sheet.rows) plans.push(await planOf(row, known.get(row.id) ?? null, rights))
    const made = await this.#made()
    await this.#lookForAlike(
      plans.filter(({ row, problem }) => row.id === '' && problem === null && !made.has(this.#keyOf(row)))
    )
    return plans
  }

  /** What a list has brought already whose answer was lost. */
  async #made() {
    const keys = this.sheet.rows.map((row) => this.#keyOf(row))
    const customers = await Customer.query().whereIn('submissionKey', keys).select('submissionKey')
    return new Set(customers.map(({ submissionKey }) => submissionKey))
  }

  #keyOf({ line }: SheetRow) {
    return `${this.key}:${line}`
  }

  /** Whoever may be known already has to be looked at by a person, also those who stand twice in the list. */
  async #lookForAlike(plans: RowPlan[]) {
    const found = await everyoneLike(
      plans.map(({ facts, contacts, sites }) => ({
        ...(facts as CustomerFacts),
        contacts: contacts.map(({ given }) => given),
        sites: sites.map(({ given }) => given),
      })),
      this.user
    )
    const before = new Map<string, number>()
    for (const [index, plan] of plans.entries()) {
      const {
        alike: [first],
        isOneHidden,
      } = found[index]
      const keys = [plan.facts.phone, plan.facts.email?.toLowerCase()].filter(
        (key) => typeof key === 'string'
      )
      const earlier = keys.map((key) => before.get(key)).find((line) => line !== undefined)
      for (const key of keys) before.set(key, before.get(key) ?? plan.row.line)
      const reason = first?.why ? ` (${first.why})` : ''
      if (first)
        plan.problem = `This may be ${first.customer.name}${reason}. Put ${first.customer.id} into the column Id to change them, or “new” if this is somebody else.`
      else if (isOneHidden)
        plan.problem =
          'One like this exists that you may not see: ask an administrator. Put “new” into the column Id if this is somebody else.'
      else if (earlier)
        plan.problem = `Line ${earlier} has the same phone number or e-mail address. Put “new” into the column Id if this is somebody else.`
    }
  }

  async #take(plan: RowPlan, unit: Unit) {
    try {
      await Current.run(unit, async () => {
        const customer = plan.known ? await this.#change(plan.known, plan) : await this.#create(plan)
        if (customer) await this.#keepParts(customer, plan)
      })
      return null
    } catch (error) {
      if (error instanceof errors.E_VALIDATION_ERROR) return String(error.messages[0].message)
      if (error instanceof TooManyPartsError) return error.message
      throw error
    }
  }

  async #change({ id }: Customer, { facts }: RowPlan) {
    const customer = await Customer.visibleTo(this.user, 'edit').where('customers.id', id).firstOrFail()
    if (Object.keys(facts).length > 0) await customerSystem.change(customer, facts)
    return customer
  }

  async #create({ facts, row }: RowPlan) {
    const key = this.#keyOf(row)
    if (await customerSystem.takenInBefore(key)) return null
    const { id } = await customerSystem.create(facts as CustomerFacts, key)
    return Customer.findOrFail(id)
  }

  async #keepParts(customer: Customer, plan: RowPlan) {
    for (const [parts, planned] of [
      [new CustomerContacts(customer), plan.contacts],
      [new CustomerSites(customer), plan.sites],
    ] as const)
      for (const { number, id, given } of planned)
        if (number === 1) await parts.describeFirst(given)
        else if (id) await parts.revise((await parts.find(id)) as never, given)
        else await parts.add(given as never)
  }
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

const isSame = ({ known, changes }: RowPlan) => known !== null && changes.length === 0

function outcomeOf(plan: RowPlan): ImportedRow {
  const { row, known, facts, changes, problem } = plan
  const state = isSame(plan) ? 'same' : known ? 'changed' : 'new'
  return {
    line: row.line,
    name: facts.name ?? known?.name ?? row.facts.name ?? '',
    changes: known ? changes : [],
    state: problem === null ? state : 'refused',
    problem,
  }
}
