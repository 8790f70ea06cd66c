import { Readable } from 'node:stream'
import { DateTime } from 'luxon'
import db from '@adonisjs/lucid/services/db'
import { newId } from '#app/platform/ids'
import { Current, type Unit } from '#app/platform/database/current'
import type { EventDefinition } from '#app/platform/events/events'
import { asShown } from '#app/platform/events/event_versions'
import { csvLine, UTF8_MARK, type Cell } from '#app/platform/csv'
import type { Subject } from '#app/access/subjects'
import type User from '#app/identity/user'
import type Tenant from '#app/tenancy/tenant'

export type ExportFacts = { count: number; filters: object }
/** One column of the file. It is left out for somebody whose role hides its key, of the export's subject or another. */
export type Column<Row> = { label: string; of: (row: Row) => Cell; key?: string; subject?: Subject }
export type Page<Row> = { rows: Row[]; nextCursor: string | null }

export const BATCH = 1_000
const FETCHED_WITHIN = { minutes: 15 }

/**
 * The records that one user may export through the filters of a list, as a file for spreadsheets. It is begun, which is
 * audited, and then fetched. Each batch is a unit of its own, so that no transaction waits for the network.
 */
export default abstract class CsvExport<Row, Filters extends object> {
  readonly type = 'text/csv; charset=utf-8'
  protected abstract subject: Subject
  protected abstract columns(): Column<Row>[] | Promise<Column<Row>[]>
  protected abstract count(): Promise<number>
  protected abstract page(after?: string): Promise<Page<Row>>

  constructor(
    private event: EventDefinition<ExportFacts>,
    protected user: User,
    protected tenant: Tenant,
    protected filters: Filters
  ) {}

  /** The filters of an export that this user began a moment ago. */
  static async filtersOf(event: EventDefinition<ExportFacts>, id: string, user: User): Promise<object> {
    const row = await db
      .from('events')
      .where({ tenant_id: user.tenantId, id, name: event.name, actor_id: user.id })
      .where('occurred_at', '>', DateTime.utc().minus(FETCHED_WITHIN).toISO())
      .firstOrFail()
    return (asShown(row).data as ExportFacts).filters
  }

  async begin() {
    const facts = { count: await this.count(), filters: { ...this.filters } }
    return { id: await this.event.record({ id: newId() }, facts), count: facts.count }
  }

  get name() {
    const day = DateTime.now().setZone(this.tenant.timeZone).toISODate()
    return `${this.subject}-${this.tenant.slug}-${day}.csv`
  }

  stream(unit: Unit) {
    return Readable.from(this.#pieces(unit), { objectMode: false })
  }

  /** A moment by the company's clock, which the label of the column names. */
  protected at(label: string, of: (row: Row) => Date | DateTime | null): Column<Row> {
    const { timeZone } = this.tenant
    const inZone = (moment: Date | DateTime) =>
      (moment instanceof Date ? DateTime.fromJSDate(moment) : moment).setZone(timeZone)
    return {
      label: `${label} (${timeZone})`,
      of: (row) => {
        const moment = of(row)
        return moment && inZone(moment).toFormat('yyyy-MM-dd HH:mm')
      },
    }
  }

  async *#pieces(unit: Unit) {
    const all = await Current.run(unit, async () => this.columns())
    const columns = all.filter((column) => this.#isShown(column))
    yield UTF8_MARK + csvLine(columns.map(({ label }) => label))
    let after: string | undefined
    do {
      const { rows, nextCursor } = await Current.run(unit, () => this.page(after))
      yield rows.map((row) => csvLine(columns.map(({ of }) => of(row)))).join('')
      after = nextCursor ?? undefined
    } while (after)
  }

  #isShown({ key, subject = this.subject }: Column<Row>) {
    return !key || this.user.fields(subject).levelOf(key) !== 'none'
  }
}
