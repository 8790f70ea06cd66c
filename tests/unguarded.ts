import { ModelQueryBuilder } from '@adonisjs/lucid/orm'

type Unguarded = { applyWhere: () => void }
const prototype = ModelQueryBuilder.prototype as unknown as Unguarded

// Imported before the application boots, this is Lucid's own, without the application's tenant filter.
const unguarded = prototype.applyWhere

/** Takes the application's tenant filter away; the function that it returns puts it back. */
export function withoutFilter() {
  const guarded = prototype.applyWhere
  prototype.applyWhere = unguarded
  return () => {
    prototype.applyWhere = guarded
  }
}
