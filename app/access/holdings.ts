import db from '@adonisjs/lucid/services/db'
import { Current } from '#app/platform/current'
import type Reach from '#app/access/reach'
import { type Holders } from '#app/access/reach'

/** One way in which records come to be somebody's: a join that tells the record's id and its holder's. */
type Way = { from: string; id: string; holder: string; where?: string }
type Ways = { people: Way[]; teams?: Way[] }
type Query = { whereRaw(sql: string, bindings?: unknown[]): unknown }

const NOBODY: Holders = { people: [], teams: [] }

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
   * The predicate in SQL. The ways are joined by `union all`, which the planner may either gather or probe row by
   * row, whichever is less; an `or` of them would walk the whole company.
   */
  narrow<Narrowed extends Query>(query: Narrowed, reach: Reach): Narrowed {
    if (reach.kind === 'nothing') query.whereRaw('false')
    if (reach.kind === 'some') {
      const { people, teams = [] } = this.ways
      const parts = [
        ...people.map((way) => this.idsOf(way, reach.people)),
        ...(reach.teams.length > 0 ? teams.map((way) => this.idsOf(way, reach.teams)) : []),
      ]
      query.whereRaw(
        `${this.column} in (${parts.map(({ sql }) => sql).join(' union all ')})`,
        parts.flatMap(({ bindings }) => bindings)
      )
    }
    return query
  }

  /** The holders of some records, in one query, for asking `Reach.covers` about many people. */
  async holdersOf(ids: string[]): Promise<Map<string, Holders>> {
    const { people, teams = [] } = this.ways
    const parts = [
      ...people.map((way) => this.holdersBy(way, 'people', ids)),
      ...teams.map((way) => this.holdersBy(way, 'teams', ids)),
    ]
    const { rows } = await db.rawQuery<{ rows: { id: string; holder: string; kind: keyof Holders }[] }>(
      parts.map(({ sql }) => sql).join(' union '),
      parts.flatMap(({ bindings }) => bindings)
    )
    const found = new Map<string, Holders>()
    for (const { id, holder, kind } of rows) {
      const holders = found.get(id) ?? NOBODY
      found.set(id, { ...holders, [kind]: [...holders[kind], holder] })
    }
    return found
  }

  async holders(record: { id: string }): Promise<Holders> {
    return (await this.holdersOf([record.id])).get(record.id) ?? NOBODY
  }

  /** Whether a right reaches one record; no query where it reaches all or none. */
  async reaches(reach: Reach, record: { id: string }) {
    return reach.covers(reach.kind === 'some' ? await this.holders(record) : NOBODY)
  }

  private idsOf({ from, id, holder, where }: Way, holders: readonly string[]) {
    return {
      sql: `select ${id} from ${from} where ${tenantOf(from)} = ? and ${holder} = any(?::uuid[])${and(where)}`,
      bindings: [Current.tenantId, holders],
    }
  }

  private holdersBy({ from, id, holder, where }: Way, kind: keyof Holders, ids: string[]) {
    return {
      sql: `select ${id} as id, ${holder} as holder, '${kind}' as kind from ${from}
        where ${tenantOf(from)} = ? and ${id} = any(?::uuid[]) and ${holder} is not null${and(where)}`,
      bindings: [Current.tenantId, ids],
    }
  }
}

const tenantOf = (from: string) => `${from.split(' ')[0]}.tenant_id`
const and = (where?: string) => (where ? ` and ${where}` : '')
