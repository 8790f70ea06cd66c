import { DateTime } from 'luxon'
import { belongsTo, column } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import { QrBatchSchema } from '#database/schema'
import { Current } from '#app/platform/database/current'
import { lockRow } from '#app/platform/database/row_lock'
import User from '#app/identity/user'
import LabelSheet from '#app/qr_codes/label_sheet'
import { asJson, LabelTemplate, type LabelTemplateSpec } from '#app/qr_codes/label_template'
import { LabelRangeError, LoopbackHostError } from '#app/qr_codes/errors'
import { makeQrCodes } from '#app/qr_codes/qr_code_run'
import QrPrinting from '#app/qr_codes/qr_printing'
import { QrBatchCreated, QrBatchPrinted, QrBatchUpdated } from '#app/qr_codes/qr_code_events'

export const MAX_QUANTITY = 10_000

export type QrBatchOrder = {
  name: string
  /** What the labels are for, in the words of whoever orders them. */
  purpose?: string | null
  quantity: number
  template: string
  /** The first free place of the first sheet, from 1. */
  startAt?: number
  /** Where this installation is reached; printed codes carry it for ever. */
  host: string
  /** Confirms that codes for a loopback host are wanted, marked as a demo. */
  isDemo?: boolean
  /** The picture in the middle of the symbols, the same in every reprint. */
  logoKey?: string | null
  leadFlowId?: string | null
  by: User | null
}

/** A part of a batch to print: labels as they are counted on its sheets. */
export type PrintFormat = 'pdf' | 'svg' | 'png'
export type PrintOrder = { from?: number; to?: number; startAt?: number }
export type Portion = { firstLabel: number; lastLabel: number; startAt: number }

/** Blank codes made and printed together. */
export default class QrBatch extends QrBatchSchema {
  static history = ['name', 'purpose', 'leadFlowId'] as const

  /** The sheet of the company's own as it was when the batch was made; null for one that comes with the product. */
  @column({ prepare: asJson })
  declare labelSpec: LabelTemplateSpec | null

  @belongsTo(() => User, { foreignKey: 'createdBy' })
  declare creator: BelongsTo<typeof User>

  static async make({ by, host, template, startAt = 1, isDemo = false, ...order }: QrBatchOrder) {
    const origin = new URL(host).origin
    const sheet = await LabelSheet.templateOf(template)
    sheet.place(startAt)
    if (isLoopback(origin) && !isDemo) throw new LoopbackHostError(origin)
    const batch = await this.create({
      name: order.name,
      purpose: order.purpose ?? null,
      logoKey: order.logoKey ?? null,
      quantity: order.quantity,
      leadFlowId: order.leadFlowId ?? null,
      template,
      labelSpec: sheet.isOwn ? sheet.spec : null,
      startAt,
      host: origin,
      isDemo: isLoopback(origin),
      createdBy: by?.id ?? null,
      printCount: 0,
    })
    await makeQrCodes(batch)
    await QrBatchCreated.record(batch, {
      quantity: batch.quantity,
      isDemo: batch.isDemo,
      leadFlowId: batch.leadFlowId,
    })
    return batch
  }

  /** Changes what is named; codes that are printed follow at once. Saying the same again is calm. */
  async revise(changes: Partial<Pick<QrBatch, 'name' | 'purpose' | 'leadFlowId'>>) {
    await lockRow(this)
    Object.assign(this, changes)
    const fields = Object.keys(this.$dirty)
    if (fields.length === 0) return
    await this.save()
    await QrBatchUpdated.record(this, { fields })
  }

  get labelTemplate() {
    return LabelTemplate.of(this)
  }

  /** Which labels a print shows, and where on the first sheet they begin. */
  portion({ from = 1, to = this.quantity, startAt }: PrintOrder = {}): Portion {
    if (from > to || to > this.quantity) throw new LabelRangeError(this.quantity)
    const portion = { firstLabel: from, lastLabel: to, startAt: startAt ?? (from === 1 ? this.startAt : 1) }
    this.labelTemplate.place(portion.startAt)
    return portion
  }

  async recordPrint(portion = this.portion(), format: PrintFormat = 'pdf') {
    await lockRow(this)
    this.printCount += 1
    this.printedAt = DateTime.utc()
    await this.save()
    const { kind, id } = Current.actor
    const printing = await QrPrinting.create({
      ...portion,
      format,
      qrBatchId: this.id,
      copy: this.printCount,
      template: this.template,
      labelSpec: this.labelSpec,
      host: this.host,
      printedBy: kind === 'user' ? id : null,
      printedAt: this.printedAt,
    })
    await QrBatchPrinted.record(this, { copy: this.printCount, quantity: printing.quantity })
  }
}

/** Whether only this machine can open such an address. */
export function isLoopback(host: string) {
  const { hostname } = new URL(host)
  return /^(localhost|.+\.localhost|127\..+|\[::1\]|0\.0\.0\.0)$/.test(hostname)
}
