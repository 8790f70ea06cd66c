import { column } from '@adonisjs/lucid/orm'
import db from '@adonisjs/lucid/services/db'
import { CrmFieldMappingSchema } from '#database/schema'
import CrmConnection from '#app/crm_connections/crm_connection'
import { CrmFieldsMapped } from '#app/crm_connections/crm_connection_events'
import type { OurField } from '#app/crm_connections/our_fields'

export type Choice = { ours: string; theirs: string }
export type FieldRule = {
  ours: OurField
  /** Their name of it; `null` is the place that the adapter has for it. */
  theirs: string | null
  /** `out`: we write it. `in`: we read it. `both`: who changes it last is followed. */
  direction: 'out' | 'in' | 'both' | 'none'
  /** Whose word counts when both have changed it. */
  owner: 'ours' | 'theirs' | 'newest'
  /** Which of our words is which of theirs; what is not named is the same in both. */
  choices: Choice[]
}

type Direction = Pick<FieldRule, 'direction'>

export const isWriting = ({ direction }: Direction) => direction === 'out' || direction === 'both'
export const isReading = ({ direction }: Direction) => direction === 'in' || direction === 'both'

const isAsBefore = (rule: FieldRule, before: FieldRule | undefined) =>
  before !== undefined &&
  rule.theirs === (before.theirs ?? null) &&
  rule.direction === before.direction &&
  rule.owner === before.owner &&
  JSON.stringify(rule.choices) ===
    JSON.stringify(before.choices.map(({ ours, theirs }) => ({ ours, theirs })))

/** What a company has said of one of our fields; of those without one, the adapter's own way holds. */
export default class CrmFieldMapping extends CrmFieldMappingSchema {
  declare ours: OurField
  declare direction: FieldRule['direction']
  declare owner: FieldRule['owner']

  @column({ prepare: (value: Choice[]) => JSON.stringify(value) })
  declare choices: Choice[]

  static of(connection: { id: string }) {
    return this.query().where('crmConnectionId', connection.id).orderBy('ours')
  }

  /** Instead of all that was said before. Of fields that are others now, nobody knows what both had last. */
  static async keep(connection: CrmConnection, rules: FieldRule[]) {
    const { id: crmConnectionId } = connection
    await CrmConnection.query().where('id', crmConnectionId).forUpdate().firstOrFail()
    const former = new Map((await this.of(connection)).map((rule) => [rule.ours, rule]))
    const changed = rules.filter((rule) => !isAsBefore(rule, former.get(rule.ours)))
    if (changed.length === 0 && rules.length === former.size) return
    await this.query().where({ crmConnectionId }).delete()
    await this.createMany(rules.map((rule) => ({ ...rule, crmConnectionId })))
    const names = changed.map(({ ours }) => ours)
    await db.rawQuery(
      `update crm_links set last_values = last_values - ?::text[]
        where crm_connection_id = ? and last_values <> '{}'::jsonb`,
      [names, crmConnectionId]
    )
    await CrmFieldsMapped.record(connection, { fields: names })
  }
}
