import vine from '@vinejs/vine'
import type Customer from '#app/customers/customer'
import { cleaned } from '#app/lead_flows/answer_sheet'
import { toE164 } from '#app/platform/phone'

/** How to reach whoever asks: what the company knows already, corrected by what the form says. */
export class Contact {
  readonly problems: { phone?: string; email?: string } = {}
  readonly phone: string | null
  readonly email: string | null

  constructor(
    private customer: Customer,
    given: { phone?: unknown; email?: unknown },
    country: string
  ) {
    this.phone = this.readPhone(cleaned(given.phone)[0], country) ?? customer.phone
    this.email = this.readEmail(cleaned(given.email)[0]) ?? customer.email
    if (this.isNeeded && !this.phone && !this.email && this.isAcceptable) {
      this.problems.phone = 'Write a phone number, so that we can call you back.'
    }
  }

  get isAcceptable() {
    return Object.keys(this.problems).length === 0
  }

  get facts() {
    const { name, address } = this.customer
    return { name, address, phone: this.phone, email: this.email }
  }

  private get isNeeded() {
    return !this.customer.phone && !this.customer.email
  }

  private readPhone(typed: string | undefined, country: string) {
    const phone = typed ? toE164(typed.slice(0, 40), country) : null
    if (typed && !phone) this.problems.phone = 'Write a whole phone number, with its area code.'
    return phone
  }

  private readEmail(typed: string | undefined) {
    if (typed && !(typed.length <= 254 && vine.helpers.isEmail(typed))) {
      this.problems.email = 'Write an e-mail address, for example ann@example.com.'
    }
    return typed ? typed.toLowerCase() : null
  }
}
