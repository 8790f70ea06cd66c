import { errors } from '@adonisjs/bouncer'
import type { HttpContext } from '@adonisjs/core/http'
import { lockRow } from '#app/platform/database/row_lock'
import { NotRestorableError, ValueChangedError } from '#app/timelines/errors'
import type { FoundRecord } from '#app/timelines/found_record'
import { textOf } from '#app/timelines/record_changes'
import type { HistoryRow } from '#app/timelines/record_history'
import { WAYS } from '#app/timelines/restoration_ways'

type Wanted = { entry: HistoryRow; field: string; seen: string | null }

/** An earlier value of a field, put back as somebody would type it. */
export default class Restoration {
  #way
  #values: Record<string, unknown>

  constructor(
    private found: FoundRecord,
    private ctx: HttpContext
  ) {
    this.#way = WAYS[found.subject]
    this.#values = found.record as never
  }

  /** What the fields that this person can put back say now. */
  async current(): Promise<Record<string, string | null>> {
    const answer = await this.#way?.ask(this.ctx.bouncer, this.found.record)
    const fields = answer?.authorized ? this.#writable : []
    return Object.fromEntries(fields.map((field) => [field, textOf(this.#values[field])]))
  }

  async put({ entry, field, seen }: Wanted) {
    const { found, ctx } = this
    const way = this.#way
    const change = entry.subject_id === found.record.id ? entry.changes?.[field] : undefined
    if (!way || !change || !this.#writable.includes(field)) throw new NotRestorableError()
    const answer = await way.ask(ctx.bouncer, found.record)
    if (!answer.authorized) throw new errors.E_AUTHORIZATION_FAILURE(answer)
    await lockRow(found.record as never)
    const now = textOf(this.#values[field])
    if (now !== seen) throw new ValueChangedError(found.ownFields[field], now)
    const whole = Object.fromEntries(this.#writable.map((one) => [one, this.#values[one]]))
    const values = { ...(way.isWhole && whole), [field]: change[0] }
    await way.change(found.record, await way.validated(values, found.record, ctx))
  }

  get #writable() {
    const { subject, ownFields } = this.found
    const { user } = this.ctx
    const isLocked = (field: string) =>
      (subject === 'customers' || subject === 'leads') && user.fields(subject).levelOf(field) !== 'edit'
    return (this.#way?.fields ?? []).filter((field) => field in ownFields && !isLocked(field))
  }
}
