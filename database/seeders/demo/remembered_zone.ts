import { IANAZone } from 'luxon'

const QUARTER = 15 * 60 * 1000

/** Clocks change on a quarter of an hour, so each quarter is looked up once: a story asks for the same days all the time. */
export class RememberedZone extends IANAZone {
  #offsets = new Map<number, number>()

  offset(millis: number) {
    const quarter = Math.floor(millis / QUARTER)
    const known = this.#offsets.get(quarter)
    if (known !== undefined) return known
    const offset = super.offset(millis)
    this.#offsets.set(quarter, offset)
    return offset
  }
}
