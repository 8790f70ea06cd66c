import { errors } from '@adonisjs/lucid'
import type { Place } from '#app/message_templates/message_template'
import { TEMPLATE_LANGUAGES, TEMPLATE_PLACES } from '#app/message_templates/template_kinds'

/** The place that an address names; another one is not there. */
export function placeAt(params: Record<string, string>): Place {
  const place = TEMPLATE_PLACES.find(
    ({ kind, channel }) => kind === params.kind && channel === params.channel
  )
  if (!place || !Object.hasOwn(TEMPLATE_LANGUAGES, params.language)) throw new errors.E_ROW_NOT_FOUND()
  return { ...place, language: params.language as Place['language'] }
}
