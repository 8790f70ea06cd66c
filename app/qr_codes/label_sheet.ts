import { isDeepStrictEqual } from 'node:util'
import { validate } from 'uuid'
import { column } from '@adonisjs/lucid/orm'
import { LabelSheetSchema } from '#database/schema'
import { appUrl } from '#config/app'
import { lockRow } from '#app/platform/database/row_lock'
import Tenant from '#app/tenancy/tenant'
import { LabelSheetError, LabelTooSmallError } from '#app/qr_codes/label_errors'
import { LabelLayout } from '#app/qr_codes/label_layout'
import { requireOnPage, templateSpecOf, type SheetFacts } from '#app/qr_codes/label_sheet_facts'
import { LabelTemplate } from '#app/qr_codes/label_template'
import { LabelSheetCreated, LabelSheetDeleted, LabelSheetUpdated } from '#app/qr_codes/label_sheet_events'
import { newToken, urlOf } from '#app/qr_codes/qr_token'
import { symbolOf } from '#app/qr_codes/symbol'

export type SheetDraft = SheetFacts & { name: string }

export const MOST_SHEETS = 50

/** A sheet of labels that a company has measured out itself. Batches keep it as it was when they were made. */
export default class LabelSheet extends LabelSheetSchema {
  @column({ prepare: (value: SheetFacts) => JSON.stringify(value) })
  declare spec: SheetFacts

  static listed() {
    return this.query().orderByRaw('lower(name)').orderBy('id').limit(MOST_SHEETS)
  }

  static async templates() {
    return (await this.listed()).map(({ template }) => template)
  }

  /** One that comes with the product, by its key, or one of the company's own, by its id. */
  static async templateOf(key: string) {
    return validate(key) ? (await this.findOrFail(key)).template : LabelTemplate.find(key)
  }

  static async add({ name, ...spec }: SheetDraft) {
    requirePrintable(spec)
    await lockRow(await Tenant.current())
    const others = await this.listed()
    if (others.length >= MOST_SHEETS)
      throw new LabelSheetError('name', `There are ${MOST_SHEETS} sheets already. Delete one first.`)
    requireFree(name, others)
    const sheet = await this.create({ name, spec })
    await LabelSheetCreated.record(sheet, { name })
    return sheet
  }

  /** Saying the same again is calm. */
  async revise({ name, ...spec }: SheetDraft) {
    requirePrintable(spec)
    await lockRow(await Tenant.current())
    requireFree(
      name,
      (await LabelSheet.listed()).filter(({ id }) => id !== this.id)
    )
    if (name === this.name && isDeepStrictEqual(spec, { ...this.spec })) return
    Object.assign(this, { name, spec })
    await this.save()
    await LabelSheetUpdated.record(this, { name })
  }

  async remove() {
    await LabelSheetDeleted.record(this, { name: this.name })
    await this.delete()
  }

  get template() {
    return new LabelTemplate({ key: this.id, name: this.name, ...templateSpecOf(this.spec) })
  }
}

function requireFree(name: string, others: LabelSheet[]) {
  const isTaken = others.some((other) => other.name.toLowerCase() === name.toLowerCase())
  if (isTaken) throw new LabelSheetError('name', 'Another sheet has this name. Choose another one.')
}

function requirePrintable(facts: SheetFacts) {
  requireOnPage(facts)
  const { size } = symbolOf(urlOf(newToken(), appUrl), { hasLogo: facts.hasLogo })
  const template = new LabelTemplate({ key: 'draft', name: 'this sheet', ...templateSpecOf(facts) })
  try {
    new LabelLayout(template, size)
  } catch (error) {
    if (!(error instanceof LabelTooSmallError)) throw error
    const remedy = facts.hasLogo
      ? 'Make the labels larger, or leave the logo out.'
      : 'Make the labels larger.'
    throw new LabelSheetError('labelHeight', `The code would be too fine for a phone to read. ${remedy}`)
  }
}
