import db from '@adonisjs/lucid/services/db'
import type { LucidModel, ModelQueryBuilderContract } from '@adonisjs/lucid/types/model'

const USEFUL = 10_000

/** How many rows match, counted no further than `limit`: a number over it means "more". */
export async function countUpTo(
  query: ModelQueryBuilderContract<LucidModel, unknown>,
  limit: number
): Promise<number> {
  const some = query.select(db.raw('1')).limit(limit + 1)
  const { count } = await db.from(some.as('some')).count('* as count').first()
  return Number(count)
}

/** The same in words for a list: "23", "10,000+". */
export async function countInWords(query: ModelQueryBuilderContract<LucidModel, unknown>) {
  const count = await countUpTo(query, USEFUL)
  return count > USEFUL ? `${USEFUL.toLocaleString('en')}+` : count.toLocaleString('en')
}
