import { escapeLiteral } from 'pg'
import type { PostponedKind } from '#app/platform/database/postponed'

export type EventWrite = { id: string; subject_id: string } & Record<string, unknown>

/** The events of a unit, all in one statement. */
export const EVENT_WRITES: PostponedKind<EventWrite> = {
  place: /\b(events|event_subjects|outbox)\b/,
  sql: (rows) => {
    const given = JSON.stringify(rows.map((row, position) => ({ position, ...row })))
    return `select record_events(${escapeLiteral(given)})`
  },
}
