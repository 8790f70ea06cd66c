import type { HttpContext } from '@adonisjs/core/http'
import { shownFields } from '#app/timelines/record_fields'
import { RECORDS, type RecordSubject } from '#app/timelines/record_subjects'

/** The record that the address names, and its fields, as far as the reader may know of them. */
export async function findRecord({ params, user, bouncer }: HttpContext) {
  const subject = params.subject as RecordSubject
  const { admit, find, title, types } = RECORDS[subject]
  const record = await find(user, params.id)
  await admit(bouncer)
  const fields: Record<string, string> = Object.assign({}, ...types.map((type) => shownFields(type, user)))
  return { subject, record, title: title(record), types, fields, ownFields: shownFields(types[0], user) }
}

export type FoundRecord = Awaited<ReturnType<typeof findRecord>>
