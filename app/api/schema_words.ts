import { resolve } from '#app/api/contract'
import type { Schema } from '#app/api/openapi'

export type FieldRow = { name: string; depth: number; type: string; isRequired: boolean }

const DEEPEST = 3

/** The fields of a schema as rows of a table, what is inside another one below it. */
export function fieldsIn(schema: Schema, depth = 0): FieldRow[] {
  const { properties = {}, required = [] } = recordIn(schema)
  return Object.entries(properties).flatMap(([name, one]) => [
    { name, depth, type: typeWords(one), isRequired: required.includes(name) },
    ...(depth < DEEPEST ? fieldsIn(one, depth + 1) : []),
  ])
}

/** "list of objects", "uuid or null", "one of new, lost". */
export function typeWords(schema: Schema): string {
  const { type, format, enum: values, items, anyOf, properties } = resolve(schema)
  if (anyOf) return anyOf.map(typeWords).join(' or ')
  if (values) return values.length > 12 ? `one of ${values.length} codes` : `one of ${values.join(', ')}`
  if (items) return `list of ${plural(typeWords(items))}`
  if (properties) return 'object'
  if (Array.isArray(type)) return type.map((one) => (one === 'null' ? one : (format ?? one))).join(' or ')
  return `${format ?? type ?? 'anything'}${limits(resolve(schema))}`
}

function limits({ minimum, maximum }: Schema) {
  return minimum === undefined || maximum === undefined ? '' : `, ${minimum} to ${maximum}`
}

function recordIn(schema: Schema): Schema {
  const { items, anyOf, ...own } = resolve(schema)
  const inner = items ?? anyOf?.find((one) => resolve(one).type !== 'null')
  return inner ? recordIn(inner) : own
}

const plural = (words: string) => (words === 'object' ? 'objects' : words)
