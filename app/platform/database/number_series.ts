import db from '@adonisjs/lucid/services/db'
import { Current } from '#app/platform/database/current'

/** A number and what stood before it when it was given. */
export type Reference = { number: number; numberPrefix: string }
export type NumberSeries = { prefix: string; next: number }

export const FIRST = 1001

/**
 * The next number of a company's own series (leads, orders), with what it lets stand before it; gapless only as far as its
 * units commit.
 */
export async function nextReference(series: string): Promise<Reference> {
  const { rows } = await db.rawQuery<{ rows: { number: number; numberPrefix: string }[] }>(
    `insert into number_series (id, name, next) values (gen_random_uuid(), :series, :second)
     on conflict (tenant_id, name) do update set next = number_series.next + 1
     returning next - 1 as number, prefix as "numberPrefix"`,
    { series, second: FIRST + 1 }
  )
  return rows[0]
}

/** How a series stands: what its next number will be. */
export async function seriesNamed(name: string): Promise<NumberSeries> {
  const known = await own(name).select('prefix', 'next').first()
  return known ?? { prefix: '', next: FIRST }
}

/** The series, so that nobody takes a number of it until the unit ends. */
export async function lockSeries(name: string): Promise<NumberSeries> {
  await db.rawQuery(
    `insert into number_series (id, name, next) values (gen_random_uuid(), :name, :first)
     on conflict (tenant_id, name) do nothing`,
    { name, first: FIRST }
  )
  return own(name).select('prefix', 'next').forUpdate().firstOrFail()
}

export async function setSeries(name: string, { prefix, next }: NumberSeries) {
  await own(name).update({ prefix, next })
}

const own = (name: string) => db.from('number_series').where({ tenant_id: Current.tenantId, name })
