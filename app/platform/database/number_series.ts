import db from '@adonisjs/lucid/services/db'

/** The next number of a company's own series (leads, orders); gapless only as far as its units commit. */
export async function nextNumber(series: string): Promise<number> {
  const { rows } = await db.rawQuery<{ rows: { number: number }[] }>(
    `insert into number_series (id, name, next) values (gen_random_uuid(), :series, 1002)
     on conflict (tenant_id, name) do update set next = number_series.next + 1
     returning next - 1 as number`,
    { series }
  )
  return rows[0].number
}
