import vine from '@vinejs/vine'
import { toE164 } from '#app/platform/phone'
import { cleaned } from '#app/lead_flows/answer_sheet'
import { sayAt, type Place } from '#app/lead_flows/place'
import type { Visitor } from '#app/requests/entrance'

type Given = { name?: unknown; phone?: unknown; email?: unknown }

const LONGEST_NAME = 120

/** How to reach whoever asks: what the company knows already, corrected by what the form says. */
export class Contact {
  readonly problems: { name?: string; phone?: string; email?: string } = {}
  readonly name: string | null
  readonly phone: string | null
  readonly email: string | null

  constructor(
    private customer: Visitor | null,
    given: Given,
    private place: Place
  ) {
    this.name = customer?.name ?? this.readName(cleaned(given.name)[0])
    this.phone = this.readPhone(cleaned(given.phone)[0]) ?? customer?.phone ?? null
    this.email = this.readEmail(cleaned(given.email)[0]) ?? customer?.email ?? null
    const isReachable = this.phone || this.email || this.problems.phone || this.problems.email
    if (!isReachable) this.problems.phone = this.say('missing_phone')
  }

  get isAcceptable() {
    return Object.keys(this.problems).length === 0
  }

  get facts() {
    const { name, phone, email, customer } = this
    return { name: name!, address: customer?.address ?? null, phone, email }
  }

  private readName(typed: string | undefined) {
    if (!typed) this.problems.name = this.say('missing_name')
    return typed ? typed.replace(/\s+/g, ' ').slice(0, LONGEST_NAME) : null
  }

  private readPhone(typed: string | undefined) {
    const phone = typed ? toE164(typed.slice(0, 40), this.place.country) : null
    if (typed && !phone) this.problems.phone = this.say('phone')
    return phone
  }

  private readEmail(typed: string | undefined) {
    if (typed && !(typed.length <= 254 && vine.helpers.isEmail(typed)))
      this.problems.email = this.say('email')
    return typed ? typed.toLowerCase() : null
  }

  private say(problem: string) {
    return sayAt(this.place)(`contact.${problem}`)
  }
}
