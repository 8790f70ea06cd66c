import db from '@adonisjs/lucid/services/db'
import type { LucidModel, ModelQueryBuilderContract } from '@adonisjs/lucid/types/model'
import { countTogether, countUpTo, USEFUL } from '#app/platform/database/capped_count'
import { Current } from '#app/platform/database/current'
import type Reach from '#app/access/reach'
import { type Holders } from '#app/access/reach'

/**
 * One way in which records come to be somebody's: a join that tells the record's id and its holder's. A table that the
 * narrowed query reads as well is called `held` here.
 */
type Way = { from: string; id: string; holder: string; where?: string; why: Why }
/** How a record came to be somebody's. */
export type Why = 'assigned' | 'made' | 'visits' | 'lead' | 'given'
type Ways = { people: Way[]; teams?: Way[] }
type ModelQuery = ModelQueryBuilderContract<LucidModel, unknown>
type Query = { whereRaw(sql: string, bindings?: unknown[]): unknown }
type HolderRow = { id: string; holder: string; kind: keyof Holders; why: Why }
type Condition = { sql: string; bindings: unknown[] }

const NOBODY: Holders = { people: [], teams: [] }
const MANY = 10_000

/**
 * Whose the records of one subject are. The ways are written once and read twice: backwards, to find what somebody
 * reaches, and forwards, to find who holds a record.
 */
export default class Holdings {
  /** `column` is the id of the record in the queries to be narrowed. */
  constructor(
    private column: string,
    private ways: Ways
  ) {}

  /** The same holdings for what belongs to a record by another column, as a message does to its lead. */
  at(column: string) {
    return new Holdings(column, this.ways)
  }

  /**
   * The predicate in SQL. It asks each record whether it is held, which suits single records and lists of which much
   * is; somebody who holds little of a long list is quicker served by gathering what they hold: see `areFew`. The
   * planner cannot choose between the two, since what it would need lies behind the policies.
   */
  narrow<Narrowed extends Query>(query: Narrowed, reach: Reach, { few = false } = {}): Narrowed {
    const { sql, bindings } = few && reach.kind === 'some' ? this.isGathered(reach) : this.condition(reach)
    if (reach.kind !== 'everything') query.whereRaw(`(${sql})`, bindings)
    return query
  }

  /** The predicate by itself, for queries that are not built: it asks each record. */
  condition(reach: Reach): Condition {
    if (reach.kind === 'some') {
      const { sql, bindings } = this.isHeld(reach)
      return { sql: `(${sql})`, bindings }
    } else {
      return { sql: String(reach.kind === 'everything'), bindings: [] }
    }
  }

  /** Whether a reach is so small that a list is best made by gathering it. */
  async areFew(reach: Reach) {
    if (reach.kind !== 'some') return false
    const { sql, bindings } = this.gathering(reach)
    const { rows } = await db.rawQuery<{ rows: { count: string }[] }>(
      `select count(*) from (${sql} limit ${MANY + 1}) as held`,
      bindings as never
    )
    return Number(rows[0].count) <= MANY
  }

  /**
   * How many of the records are held, counted no further than `limit`. A count needs no order, so that each way is read by
   * itself along its own index, and no further either: it takes as long for a million records as for ten thousand.
   */
  async countUpTo(records: () => ModelQuery, reach: Reach, limit = USEFUL) {
    if (reach.kind !== 'some') return countUpTo(this.narrow(records(), reach), limit)
    const ways = this.waysOf(reach, (way, holders) => {
      const { sql, bindings } = this.idsOf(way, holders)
      return this.saysItself(way, holders) ?? { sql: `${this.column} in (${sql})`, bindings }
    })
    return countTogether(
      ways.map(
        ({ sql, bindings }) =>
          () =>
            records()
              .select(this.column)
              .whereRaw(sql, bindings as never)
      ),
      limit
    )
  }

  /** The holders of some records, in one query, for asking `Reach.covers` about many people. */
  async holdersOf(ids: string[]): Promise<Map<string, Holders>> {
    const found = new Map<string, Holders>()
    for (const { id, holder, kind } of await this.holderRows(ids)) {
      const holders = found.get(id) ?? NOBODY
      found.set(id, { ...holders, [kind]: [...new Set([...holders[kind], holder])] })
    }
    return found
  }

  /** Who holds one record, with the ways in which they do. */
  explain(record: { id: string }): Promise<HolderRow[]> {
    return this.holderRows([record.id])
  }

  async holders(record: { id: string }): Promise<Holders> {
    return (await this.holdersOf([record.id])).get(record.id) ?? NOBODY
  }

  /** What it takes to ask these reaches whether they cover a record; no query where each covers all or none. */
  async holdersFor(reaches: Reach[], record: { id: string }) {
    return reaches.some(({ kind }) => kind === 'some') ? this.holders(record) : NOBODY
  }

  async reaches(reach: Reach, record: { id: string }) {
    return reach.covers(await this.holdersFor([reach], record))
  }

  /** Who holds some records, by each way in which they do: rows of `id`, `holder`, `kind` and `why`. */
  holding(ids: string[]): Condition {
    const { people, teams = [] } = this.ways
    return joined(' union ', [
      ...people.map((way) => this.holdersBy(way, 'people', ids)),
      ...teams.map((way) => this.holdersBy(way, 'teams', ids)),
    ])
  }

  private async holderRows(ids: string[]) {
    const { sql, bindings } = this.holding(ids)
    const { rows } = await db.rawQuery<{ rows: HolderRow[] }>(sql, bindings as never)
    return rows
  }

  // What a record says of itself needs no second look at its table.
  private saysItself({ from, holder, where }: Way, holders: readonly string[]): Condition | null {
    const [table] = this.column.split('.')
    const sql = `(${holder} = any(?::uuid[])${and(where)})`
    return from === `${table} as held` && this.column === `${table}.id`
      ? { sql: sql.replaceAll('held.', `${table}.`), bindings: [holders] }
      : null
  }

  private isGathered(reach: Reach): Condition {
    const { sql, bindings } = this.gathering(reach)
    return { sql: `${this.column} in (${sql})`, bindings }
  }

  private gathering(reach: Reach) {
    return joined(
      ' union all ',
      this.waysOf(reach, (way, ids) => this.idsOf(way, ids))
    )
  }

  // Without "offset 0" the planner may gather all the same.
  private isHeld(reach: Reach) {
    const conditions = this.waysOf(reach, (way, holders) => {
      const { sql, bindings } = this.idsOf(way, holders)
      const exists = { sql: `exists (${sql} and ${way.id} = ${this.column} offset 0)`, bindings }
      return this.saysItself(way, holders) ?? exists
    })
    return joined(' or ', conditions)
  }

  private waysOf(reach: Reach, make: (way: Way, holders: readonly string[]) => Condition) {
    const { people, teams = [] } = this.ways
    return [
      ...people.map((way) => make(way, reach.people)),
      ...(reach.teams.length > 0 ? teams.map((way) => make(way, reach.teams)) : []),
    ]
  }

  private idsOf({ from, id, holder, where }: Way, holders: readonly string[]): Condition {
    return {
      sql: `select ${id} from ${from} where ${tenantOf(from)} = ? and ${holder} = any(?::uuid[])${and(where)}`,
      bindings: [Current.tenantId, holders],
    }
  }

  private holdersBy({ from, id, holder, where, why }: Way, kind: keyof Holders, ids: string[]) {
    return {
      sql: `select ${id} as id, ${holder} as holder, '${kind}' as kind, '${why}' as why from ${from}
        where ${tenantOf(from)} = ? and ${id} = any(?::uuid[]) and ${holder} is not null${and(where)}`,
      bindings: [Current.tenantId, ids],
    }
  }
}

const tenantOf = (from: string) =>
  `${/^\w+(?: as (\w+))?/.exec(from)!.filter(Boolean).at(-1)!.trim()}.tenant_id`
const joined = (by: string, conditions: Condition[]): Condition => ({
  sql: conditions.map(({ sql }) => sql).join(by),
  bindings: conditions.flatMap(({ bindings }) => bindings),
})
const and = (where?: string) => (where ? ` and ${where}` : '')
