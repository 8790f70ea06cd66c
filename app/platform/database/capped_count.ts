import db from '@adonisjs/lucid/services/db'
import type { LucidModel, ModelQueryBuilderContract } from '@adonisjs/lucid/types/model'

export const USEFUL = 10_000

type Query = ModelQueryBuilderContract<LucidModel, unknown>

/** How many rows match, counted no further than `limit`: a number over it means "more". */
export async function countUpTo(query: Query, limit: number): Promise<number> {
  const some = query.select(db.raw('1')).limit(limit + 1)
  const { count } = await db.from(some.as('some')).count('* as count').first()
  return Number(count)
}

/**
 * How many different rows several queries find together, counted no further; each of them is read that far at most. The
 * first alone may answer, so let it be the one that finds most.
 */
export async function countTogether(queries: (() => Query)[], limit: number): Promise<number> {
  const first = await countUpTo(queries[0](), limit)
  if (first > limit || queries.length === 1) return first
  const arms = queries.map((query) =>
    query()
      .limit(limit + 1)
      .toSQL()
  )
  const { rows } = await db.rawQuery<{ rows: { count: string }[] }>(
    `select count(*) from (${arms.map(({ sql }) => `(${sql})`).join(' union ')} limit ?) as counted`,
    [...arms.flatMap(({ bindings }) => bindings as never[]), limit + 1]
  )
  return Number(rows[0].count)
}

/** A capped count in words for a list: "23", "10,000+". */
export const inWords = (count: number) =>
  count > USEFUL ? `${USEFUL.toLocaleString('en')}+` : count.toLocaleString('en')

export const countInWords = async (query: Query) => inWords(await countUpTo(query, USEFUL))
