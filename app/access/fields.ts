import type { FieldLevel } from '#app/access/levels'
import type Rights from '#app/access/rights'
import { definitionOf, fieldOfKey, fieldsOf, type Subject, type SUBJECTS } from '#app/access/subjects'

type Declared<S extends Subject> = (typeof SUBJECTS)[S] extends { fields: infer F } ? F : never
/** The keys of a subject's records that belong to a declared field. */
export type FieldKey<S extends Subject> =
  Declared<S> extends infer F
    ? { [K in keyof F]: F[K] extends { keys: readonly (infer Key)[] } ? Key : never }[keyof F]
    : never

/** A record of which some keys may be missing, since a role may hide them. */
export type Shown<S extends Subject, T> = Omit<T, FieldKey<S> & keyof T> &
  Partial<Pick<T, FieldKey<S> & keyof T>>

/** What a validator asks: how far each key may be written, and what it says so far. */
export type Writing = {
  levelOf: (key: string) => FieldLevel
  labelOf: (key: string) => string
  current: Readonly<Record<string, unknown>>
  isNew: boolean
}

/** What one person may do with the declared fields of one subject: they are left out and locked here, and nowhere else. */
export default class Fields<S extends Subject = Subject> {
  #hidden: Set<string>

  constructor(
    private subject: S,
    private rights: Rights
  ) {
    const limits = Object.entries(this.limitedKeys)
    this.#hidden = new Set(limits.filter(([, level]) => level === 'none').map(([key]) => key))
  }

  levelOf(key: string): FieldLevel {
    const field = fieldOfKey(this.subject, key)
    return field ? this.rights.field(this.subject, field) : 'edit'
  }

  shows(key: FieldKey<S>) {
    return this.levelOf(key as string) !== 'none'
  }

  /** The record without the keys that are hidden from this person. */
  shown<T extends object>(record: T): Shown<S, T> {
    if (this.#hidden.size === 0) return record as Shown<S, T>
    const seen = Object.entries(record).filter(([key]) => !this.#hidden.has(key))
    return Object.fromEntries(seen) as Shown<S, T>
  }

  /** For the validator of a change to a record as it is now. */
  over(current: object): Writing {
    return { ...this.writing, current: current as Record<string, unknown>, isNew: false }
  }

  /** For the validator of a new record, which begins with nothing but what the form proposes. */
  onNew(current: Record<string, unknown> = {}): Writing {
    return { ...this.writing, current, isNew: true }
  }

  /** The fields that this person has less of than all, in words. */
  get limits() {
    const { fields = {} } = definitionOf(this.subject)
    return fieldsOf(this.subject)
      .map((field) => ({ label: fields[field].label, level: this.rights.field(this.subject, field) }))
      .filter(({ level }) => level !== 'edit')
  }

  /** The same by the keys of records, for screens. */
  get limitedKeys(): Record<string, FieldLevel> {
    const keys = Object.values(definitionOf(this.subject).fields ?? {}).flatMap((field) => field.keys)
    return Object.fromEntries(
      keys.map((key) => [key, this.levelOf(key)] as const).filter(([, level]) => level !== 'edit')
    )
  }

  private get writing() {
    return {
      levelOf: (key: string) => this.levelOf(key),
      labelOf: (key: string) =>
        definitionOf(this.subject).fields![fieldOfKey(this.subject, key)!].label.toLowerCase(),
    }
  }
}
