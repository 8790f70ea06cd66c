import { DateTime } from 'luxon'
import { QrBatchSchema } from '#database/schema'
import { lockRow } from '#app/platform/database/row_lock'
import type User from '#app/identity/user'
import { LabelTemplate } from '#app/qr_codes/label_template'
import { LoopbackHostError } from '#app/qr_codes/errors'
import { makeQrCodes } from '#app/qr_codes/qr_code_run'
import { QrBatchCreated, QrBatchPrinted } from '#app/qr_codes/qr_code_events'

export const MAX_QUANTITY = 10_000

export type QrBatchOrder = {
  name: string
  quantity: number
  template: string
  /** The first free place of the first sheet, from 1. */
  startAt?: number
  /** Where this installation is reached; printed codes carry it for ever. */
  host: string
  /** Confirms that codes for a loopback host are wanted, marked as a demo. */
  isDemo?: boolean
  leadFlowId?: string | null
  by: User | null
}

/** Blank codes made and printed together. */
export default class QrBatch extends QrBatchSchema {
  static async make({ by, host, template, startAt = 1, isDemo = false, ...order }: QrBatchOrder) {
    const origin = new URL(host).origin
    LabelTemplate.find(template).place(startAt)
    if (isLoopback(origin) && !isDemo) throw new LoopbackHostError(origin)
    const batch = await this.create({
      name: order.name,
      quantity: order.quantity,
      leadFlowId: order.leadFlowId ?? null,
      template,
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

  get labelTemplate() {
    return LabelTemplate.find(this.template)
  }

  async recordPrint() {
    await lockRow(this)
    this.printCount += 1
    this.printedAt = DateTime.utc()
    await this.save()
    await QrBatchPrinted.record(this, { copy: this.printCount, quantity: this.quantity })
  }
}

/** Whether only this machine can open such an address. */
export function isLoopback(host: string) {
  const { hostname } = new URL(host)
  return /^(localhost|.+\.localhost|127\..+|\[::1\]|0\.0\.0\.0)$/.test(hostname)
}
