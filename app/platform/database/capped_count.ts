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
  if (queries.length === 1) return countUpTo(queries[0](), limit)
  const most = limit + 1
  const [first, ...others] = queries.map((query) => query().limit(most).toSQL())
  const arms = others.map(({ sql }) => ` union (${sql})`).join('')
  const { rows } = await db.rawQuery<{ rows: { count: string }[] }>(
    `with first as materialized (${first.sql})
     select case when (select count(*) from first) >= ? then ?::bigint
       else (select count(*) from (select * from first${arms} limit ?) as counted) end as count`,
    [
      ...(first.bindings as never[]),
      most,
      most,
      ...others.flatMap(({ bindings }) => bindings as never[]),
      most,
    ]
  )
  return Number(rows[0].count)
}

/** A capped count in words for a list: "23", "10,000+". */
export const inWords = (count: number) =>
  count > USEFUL ? `${USEFUL.toLocaleString('en')}+` : count.toLocaleString('en')

export const countInWords = async (query: Query) => inWords(await countUpTo(query, USEFUL))
