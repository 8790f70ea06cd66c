import { BaseTransformer } from '@adonisjs/core/transformers'
import type { FilledWindow } from '#app/bookings/open_windows'

/** A window of the calendar as the office chooses it, by the company's clock. */
export default class FilledWindowTransformer extends BaseTransformer<FilledWindow> {
  toObject() {
    return this.pick(this.resource, ['day', 'from', 'to', 'taken', 'capacity'])
  }
}
