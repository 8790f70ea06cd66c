import Fields from '#app/access/fields'
import type { FieldLevel } from '#app/access/levels'
import type Rights from '#app/access/rights'
import { fieldsOf, SUBJECT_NAMES } from '#app/access/subjects'

/** The keys of records that somebody sees without changing them, or does not see at all, for the screens. */
export function limitsOf({ rights }: { rights: Rights }): Record<string, Record<string, FieldLevel>> {
  const subjects = SUBJECT_NAMES.filter((subject) => fieldsOf(subject).length > 0)
  return Object.fromEntries(
    subjects
      .map((subject) => [subject, new Fields(subject, rights).limitedKeys] as const)
      .filter(([, keys]) => Object.keys(keys).length > 0)
  )
}
