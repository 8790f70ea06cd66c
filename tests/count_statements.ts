import pg from 'pg'

/** How many times work asks the database: what travels together counts once. */
export async function countStatements(work: () => Promise<unknown>) {
  const prototype = pg.Client.prototype as unknown as { query: (...given: unknown[]) => unknown }
  const { query } = prototype
  let count = 0
  prototype.query = function (...given) {
    count++
    return query.apply(this, given)
  }
  try {
    await work()
  } finally {
    prototype.query = query
  }
  return count
}
