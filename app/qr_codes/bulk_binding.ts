import { Current, type Unit } from '#app/platform/database/current'
import { Exception } from '@adonisjs/core/exceptions'
import type User from '#app/identity/user'
import Customer from '#app/customers/customer'
import { NamedCustomers, type Named } from '#app/customers/named_customers'
import type { BindingLine } from '#app/qr_codes/binding_list'
import { QrCodeOutOfUseError, QrCodeTakenError, QrCustomerArchivedError } from '#app/qr_codes/errors'
import { NamedCodes } from '#app/qr_codes/named_codes'
import QrCode from '#app/qr_codes/qr_code'

/** `by` says which contact or site of the customer the line names, where it is not the primary one. */
type Found = { by: string | null; problem: string | null }
export type BulkOutcome = BindingLine & Found & { name: string | null }
type Match = BindingLine & Found & { found: QrCode | null; whose: Customer | null }

const EXPECTED = [QrCodeOutOfUseError, QrCodeTakenError, QrCustomerArchivedError]

/** Many codes bound at once, as a list says. Each line stands for itself: one that fails holds up no other. */
export class BulkBinding {
  constructor(
    private lines: BindingLine[],
    private user: User,
    private country: string
  ) {}

  /** What would become of each line, without changing anything. Inside a unit. */
  async check(): Promise<BulkOutcome[]> {
    return (await this.match()).map(outcomeOf)
  }

  /** A unit for each line, so that what was bound stays bound, and nobody waits for a long list. */
  async apply(unit: Unit): Promise<BulkOutcome[]> {
    const outcomes = []
    for (const match of await Current.run(unit, () => this.match())) {
      outcomes.push(outcomeOf(match.problem ? match : { ...match, problem: await this.bind(match, unit) }))
    }
    return outcomes
  }

  private async match(): Promise<Match[]> {
    const codes = await new NamedCodes().find(this.lines.map(({ code }) => code))
    const customers = await new NamedCustomers(this.user, this.country).find(this.lines)
    await QrCode.nameCustomers(codes.all, this.user)
    const before = new Map<string, number>()
    return this.lines.map((line, at) => {
      const [found, named] = [codes.of(line.code), customers.of(line, at)]
      const earlier = found && before.get(found.id)
      if (found && !earlier) before.set(found.id, line.line)
      const problem = this.codeProblem(line, found, earlier) ?? this.customerProblem(named, found)
      const [whose, ...others] = named.customers
      return { ...line, found, whose: others.length === 0 ? (whose ?? null) : null, by: named.by, problem }
    })
  }

  private codeProblem({ code }: BindingLine, found: QrCode | null, earlier?: number | null) {
    if (!found) return NamedCodes.problemOf(code)
    if (earlier) return `This code stands in line ${earlier} already.`
    return found.isOutOfUse ? QrCodeOutOfUseError.message : null
  }

  private customerProblem({ customers: [named, ...others] }: Named, code: QrCode | null) {
    if (!named)
      return 'No customer is found by this. Name them by e-mail address, phone number, address or the Id of an export.'
    if (others.length > 0)
      return `${others.length + 1} customers share this. Name the right one by the Id of an export.`
    if (named.isArchived) return QrCustomerArchivedError.message
    const isTaken = code?.customerId && code.customerId !== named.id
    return isTaken ? new QrCodeTakenError(code.customer).message : null
  }

  private async bind({ found, whose }: Match, unit: Unit) {
    try {
      await Current.run(unit, async () => {
        const code = await QrCode.findOrFail(found!.id)
        const customer = await Customer.visibleTo(this.user).where('customers.id', whose!.id).firstOrFail()
        await code.assign(customer, { by: this.user, from: 'file' })
      })
      return null
    } catch (error) {
      if (error instanceof Exception && EXPECTED.some((kind) => error instanceof kind)) return error.message
      throw error
    }
  }
}

const outcomeOf = ({ found: _, whose, ...line }: Match): BulkOutcome => ({
  ...line,
  name: whose?.name ?? null,
})
