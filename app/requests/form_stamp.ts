import { randomUUID } from 'node:crypto'
import { DateTime } from 'luxon'
import encryption from '@adonisjs/core/services/encryption'

/** In milliseconds. */
const QUICKEST = 2000

type Imprint = { key: string; at: number; about: string | null }

/**
 * Sealed into each form that is handed out: makes it count once, tells when it was opened, and proves that we made
 * it. It stands in for a session, which a phone that scans a code may not have.
 */
export class FormStamp {
  private constructor(
    private imprint: Imprint,
    private purpose: string
  ) {}

  static issue(purpose: string, about: string | null = null) {
    return new FormStamp({ key: randomUUID(), at: DateTime.utc().toMillis(), about }, purpose)
  }

  /** Null when it is not ours, was made for another form, or is a month old. */
  static read(sealed: unknown, purpose: string): FormStamp | null {
    const imprint = typeof sealed === 'string' ? encryption.decrypt<Imprint>(sealed, purpose) : null
    return imprint && new FormStamp(imprint, purpose)
  }

  /** The same form posted again has the same key. */
  get key() {
    return this.imprint.key
  }

  get about() {
    return this.imprint.about
  }

  /** Nobody reads and answers a form in less. A form of the future tells that the clock was set back, and nothing else. */
  get isTooFresh() {
    const age = DateTime.utc().toMillis() - this.imprint.at
    return age >= 0 && age < QUICKEST
  }

  get sealed() {
    return encryption.encrypt(this.imprint, { purpose: this.purpose, expiresIn: '30 days' })
  }
}
