import { Adapter, BaseModel, ModelQueryBuilder } from '@adonisjs/lucid/orm'
import type { Database } from '@adonisjs/lucid/database'
import type { LucidModel, LucidRow } from '@adonisjs/lucid/types/model'
import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import { newId } from '#app/platform/ids'
import { Current } from '#app/platform/database/current'
import { rowWrites, type WrittenAtEnd } from '#app/platform/database/row_writes'
import { OtherTenantError, RowGoneError } from '#app/platform/errors'

type TenantRow = LucidRow & { id?: string; tenantId?: string }

/** A model is tenant-scoped because its table has a tenant_id, not because somebody remembered a base class. */
const isGuarded = (model: LucidModel, client: QueryClientContract) =>
  client.connectionName === 'app' && model.$hasColumn('tenantId')

class TenantAdapter extends Adapter {
  async insert(row: TenantRow, attributes: Record<string, unknown>) {
    const model = row.constructor as LucidModel & WrittenAtEnd
    if (model.primaryKey === 'id' && !row.id) {
      row.id = newId()
      attributes.id = row.id
    }
    if (isGuarded(model, this.modelClient(row))) {
      row.tenantId ??= Current.tenantId
      if (row.tenantId !== Current.tenantId) throw new OtherTenantError()
      attributes.tenant_id = row.tenantId
      if (model.isWrittenAtEnd) return Current.postpone(rowWrites(model, attributes), attributes)
    }
    return super.insert(row, attributes)
  }

  async update(row: LucidRow, dirty: Record<string, unknown>) {
    this.#touchedOne(await row.$getQueryFor('update', this.modelClient(row)).update(dirty))
    if (this.modelClient(row).connectionName === 'app') Current.scope.changed.note(row)
  }

  async delete(row: LucidRow) {
    this.#touchedOne(await row.$getQueryFor('delete', this.modelClient(row)).del())
  }

  // Lucid ignores the count: writing a row of another tenant, or one deleted meanwhile, would look like success.
  #touchedOne(result: unknown) {
    const [count] = result as number[]
    if (count !== 1) throw new RowGoneError()
  }
}

type Where = { method: string; args: unknown[] }
type Internals = {
  isChildQuery: boolean
  model: LucidModel
  client: QueryClientContract
  whereStack: Where[][]
  knexQuery: { _single: { table?: string | { _single?: { as?: string }; alias?: string } } }
}

export function guardModels(db: Database) {
  BaseModel.useAdapter(new TenantAdapter(db))
  const prototype = ModelQueryBuilder.prototype as unknown as { applyWhere(this: Internals): void }
  const applyWhere = prototype.applyWhere
  prototype.applyWhere = function () {
    if (this.isChildQuery || !isGuarded(this.model, this.client)) return applyWhere.call(this)
    const own = this.whereStack
    const tenant = { method: 'where', args: [`${tableOf(this)}.tenant_id`, Current.tenantId] }
    this.whereStack = [...own.filter((stack) => stack.length).map((stack) => [...stack]), [tenant]]
    applyWhere.call(this)
    this.whereStack = own
  }
}

function tableOf(query: Internals) {
  const from = query.knexQuery._single.table
  const name = typeof from === 'object' ? (from._single?.as ?? from.alias ?? String(from)) : String(from)
  return name.split(/ as /i).pop()
}
