import pg from 'pg'

/** How many times work asks the database, or asks it something like that: what travels together counts once. */
export async function countStatements(work: () => Promise<unknown>, like = /./) {
  const prototype = pg.Client.prototype as unknown as { query: (...given: unknown[]) => unknown }
  const { query } = prototype
  let count = 0
  prototype.query = function (...given) {
    if (like.test(textOf(given[0]))) count++
    return query.apply(this, given)
  }
  try {
    await work()
  } finally {
    prototype.query = query
  }
  return count
}

const textOf = (query: unknown) => (typeof query === 'string' ? query : (query as { text: string }).text)
