import { acrossTenants } from '#app/platform/database/current'

/** One archiver or eraser of a company at a time: what is being written must not be erased meanwhile. */
export function aloneWith<T>(tenantId: string, work: () => Promise<T>): Promise<T> {
  return acrossTenants(async (trx) => {
    await trx.rawQuery('select pg_advisory_xact_lock(hashtextextended(?, 77))', [tenantId])
    return work()
  })
}
