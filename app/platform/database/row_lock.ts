import type { LucidModel, LucidRow } from '@adonisjs/lucid/types/model'
import { Current } from '#app/platform/database/current'

/**
 * Waits until the row is this unit's alone, and reads it as whoever had it before left it. Once is enough: until the
 * unit ends nobody else changes the row, and another copy of it inside the unit has to be read itself.
 */
export async function lockRow(row: LucidRow & { id: string }) {
  const { locked } = Current.scope
  if (locked.get(row.id) === row && !row.$isDirty) return
  const Model = row.constructor as LucidModel
  const present = await Model.query().where('id', row.id).forUpdate().firstOrFail()
  row.fill(present.$attributes)
  row.$hydrateOriginals()
  locked.set(row.id, row)
}
