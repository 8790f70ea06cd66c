import db from '@adonisjs/lucid/services/db'
import type { DatabaseQueryBuilderContract } from '@adonisjs/lucid/types/querybuilder'
import { wordsOf } from '#app/customers/customer_words'
import { reversedDigits, type default as Customer } from '#app/customers/customer'
import { toE164 } from '#app/platform/phone'

type CustomerQuery = ReturnType<typeof Customer.visibleTo>
type Ids = DatabaseQueryBuilderContract

const PHONE_PUNCTUATION = /^[\d\s()+./-]+$/
const WHOLE_PHONE = 7
const PART_OF_PHONE = 4

/**
 * What somebody typed to find a customer: words of the name and address, the start of an e-mail address, or the end
 * of a phone number. Each term becomes a list of ids that an index serves behind the policy; all of them must hold.
 */
export class CustomerSearch {
  private text: string

  constructor(
    text: string | undefined,
    private country: string
  ) {
    this.text = (text ?? '').trim()
  }

  get isEmpty() {
    return this.text === ''
  }

  applyTo(query: CustomerQuery): CustomerQuery {
    const terms = this.terms()
    if (terms.length === 0 && !this.isEmpty) return query.whereRaw('false')
    for (const ids of terms) query.whereIn('customers.id', ids as never)
    return query
  }

  private terms(): Ids[] {
    const digits = this.text.replace(/\D/g, '')
    if (PHONE_PUNCTUATION.test(this.text) && digits.length >= WHOLE_PHONE) return [this.phone(this.text)]
    const parts = this.text.split(/\s+/).filter(Boolean)
    return parts.flatMap((part) => this.termsOf(part, parts.length === 1))
  }

  private termsOf(part: string, isAlone: boolean): Ids[] {
    const words = wordsOf(part)
    if (part.includes('@')) return [this.email(part)]
    if (isAlone && /^\d+$/.test(part) && part.length >= PART_OF_PHONE) return [this.word(part).union(this.phone(part))]
    if (isAlone && words.length === 1) return [this.word(words[0]).union(this.email(part))]
    return words.map((word) => this.word(word))
  }

  private word(start: string): Ids {
    return db.from('customer_words').select('customer_id').whereRaw('starts_with(word, ?)', [start])
  }

  private email(start: string): Ids {
    return db.from('customers').select('id').whereRaw('starts_with(email_norm, ?)', [start.toLowerCase()])
  }

  private phone(typed: string): Ids {
    const end = toE164(typed, this.country) ?? typed.replace(/^\D*0/, '')
    return db.from('customers').select('id').whereRaw('starts_with(phone_rev, ?)', [reversedDigits(end)])
  }
}
