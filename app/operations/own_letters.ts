import { errors } from '@adonisjs/lucid'
import { workers } from '#start/workers'
import { BusUnavailableError } from '#app/platform/bus/bus'
import { Current } from '#app/platform/database/current'
import { DeadLetterBox, type BoxedLetter } from '#app/operations/dead_letter_box'
import type { DeadLetterFilters } from '#app/operations/dead_letter_filters'

/** What was given up on of the company of the unit under way, in all queues or in one. */
export class OwnLetters {
  #boxes: DeadLetterBox[]

  constructor(queue?: string) {
    const { tenantId, ...by } = Current.scope
    const { actor, requestId, impersonationId } = by
    const queues = queue ? [queue] : Object.keys(workers)
    this.#boxes = queues.map(
      (name) => new DeadLetterBox(name, { actor, requestId, impersonationId }, tenantId)
    )
  }

  /** The oldest first. */
  async list(filters: DeadLetterFilters = {}): Promise<BoxedLetter[]> {
    const letters = await Promise.all(this.#boxes.map((box) => box.list(filters)))
    return letters.flat().sort((one, other) => timeOf(one) - timeOf(other))
  }

  replay(filters: DeadLetterFilters) {
    return this.#each(filters, (box) => box.replay(filters))
  }

  discard(filters: DeadLetterFilters, reason: string) {
    return this.#each(filters, (box) => box.discard(filters, reason))
  }

  // In units of their own: what is told stands before anything is done.
  #each({ ids }: DeadLetterFilters, act: (box: DeadLetterBox) => Promise<number>) {
    return Current.outside(async () => {
      let count = 0
      for (const box of this.#boxes) count += await act(box)
      if (ids && count === 0) throw new errors.E_ROW_NOT_FOUND()
      return count
    })
  }
}

const timeOf = ({ diedAt }: BoxedLetter) => diedAt?.getTime() ?? 0

/** Nothing where the carrier of events cannot be asked now. */
export async function ownLettersNow() {
  try {
    return await new OwnLetters().list()
  } catch (error) {
    if (error instanceof BusUnavailableError) return null
    throw error
  }
}
