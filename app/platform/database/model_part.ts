import type { LucidModel, ModelObject } from '@adonisjs/lucid/types/model'

/** The columns of one model in a row of several. */
export class ModelPart<Model extends LucidModel> {
  #columns: [column: string, alias: string][]
  readonly selection: string

  // A model that no query has used yet still bears the table name of its generated class.
  constructor(private model: Model) {
    model.boot()
    const { table, $columnsDefinitions } = model
    const names = [...$columnsDefinitions.values()].map(({ columnName }) => columnName)
    this.#columns = names.map((name) => [name, `${table}_${name}`])
    this.selection = this.#columns.map(([name, alias]) => `${table}.${name} as ${alias}`).join(', ')
  }

  read(row: ModelObject, extras: ModelObject = {}) {
    const own: ModelObject = { ...extras }
    for (const [column, alias] of this.#columns) own[column] = row[alias]
    return this.model.$createFromAdapterResult(own) as InstanceType<Model>
  }

  /** Null where a left join found none. */
  readAny(row: ModelObject) {
    return row[`${this.model.table}_id`] === null ? null : this.read(row)
  }
}
