import vine from '@vinejs/vine'
import type { FieldContext, SchemaTypes, WithCustomRules } from '@vinejs/vine/types'
import type { FieldKey, Writing } from '#app/access/fields'
import { fieldOfKey, type Subject } from '#app/access/subjects'

type Softened = SchemaTypes & WithCustomRules & { clone(): Softened }
type Hard = SchemaTypes & { isOptional?: boolean; optional(): Softened }
type Optional<P> = P extends { optional(): infer O } ? O : P
type Limited<S extends Subject, P> = { [K in keyof P]: K extends FieldKey<S> ? Optional<P[K]> : P[K] }

const same = (one: unknown, other: unknown) => (one ?? null) === (other ?? null)

const writable = vine.createRule(
  (value: unknown, { key, isNeeded }: { key: string; isNeeded: boolean }, field: FieldContext) => {
    const { levelOf, labelOf, current, isNew } = (field.meta as { writing: Writing }).writing
    const level = levelOf(key)
    if (level === 'edit') {
      if (value === undefined && isNeeded) field.report('Fill this in.', 'required', field)
    } else if (value !== undefined) {
      // Of what is hidden nobody learns by trying whether they guessed it.
      const passes = same(value, current[key]) && (level === 'read' || isNew)
      if (!passes) field.report(refusal(level, labelOf(key)), 'field', field)
    }
  },
  { implicit: true }
)

const refusal = (level: string, label: string) =>
  level === 'none'
    ? `Your role hides the ${label}, so you cannot change it. Leave it out.`
    : `Your role lets you see the ${label}, not change it. Leave it as it is.`

/**
 * The properties of a validator, of which those of a declared field are held to what a role says: left out they stay as
 * they are, unchanged they pass, changed they are refused by name.
 */
export function limited<S extends Subject, P extends Record<string, SchemaTypes>>(subject: S, properties: P) {
  const guarded = Object.entries(properties).map(([key, schema]) => [
    key,
    fieldOfKey(subject, key) ? guard(key, schema as Hard) : schema,
  ])
  return Object.fromEntries(guarded) as Limited<S, P>
}

function guard(key: string, schema: Hard) {
  const isNeeded = !schema.isOptional
  const soft = isNeeded ? schema.optional() : (schema as unknown as Softened).clone()
  return soft.use(writable({ key, isNeeded }))
}
