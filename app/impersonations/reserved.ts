import type { HttpContext } from '@adonisjs/core/http'
import { ImpersonatedError } from '#app/sign_in/errors'

/** What would outlast the visit: ways in and out, and how they are guarded. */
const WAYS_IN =
  /^(access_tokens\.|single_sign_on\.|sign_in\.|two_factor\.|impersonations\.|identity\.invitation|webhooks\.)/
/** What a person has put away for themselves. */
const PERSONAL =
  /^(notifications\.(readings|archivals|snoozes|inbox_readings)|notification_preferences\.(rhythms|preferences)|deliveries\.push_\w+)\./
/** What carries the company's data away, also where it is only read. */
const EXPORTS = /(^|[._])exports?\./

/** Nobody does these in another's name, whatever the rights of the other. */
export function refuseReserved({ request, route }: HttpContext) {
  const name = route?.name ?? ''
  const isWriting = !['GET', 'HEAD'].includes(request.method())
  if (EXPORTS.test(name) || (isWriting && (WAYS_IN.test(name) || PERSONAL.test(name))))
    throw new ImpersonatedError()
}
