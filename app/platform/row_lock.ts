import type { LucidModel, LucidRow } from '@adonisjs/lucid/types/model'

/** Waits until the row is this unit's alone, and reads it as whoever had it before left it. */
export async function lockRow(row: LucidRow & { id: string }) {
  const Model = row.constructor as LucidModel
  const present = await Model.query().where('id', row.id).forUpdate().firstOrFail()
  row.fill(present.$attributes)
  row.$hydrateOriginals()
}
