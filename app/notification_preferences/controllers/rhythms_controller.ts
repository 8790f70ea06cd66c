import type { HttpContext } from '@adonisjs/core/http'
import { Current } from '#app/platform/database/current'
import NotificationRhythm from '#app/notification_preferences/notification_rhythm'
import RhythmTransformer from '#app/notification_preferences/rhythm_transformer'
import { rhythmValidator } from '#app/notification_preferences/rhythm_validator'

/** When a member wants to hear of things. */
export default class RhythmsController {
  async show({ user, serialize }: HttpContext) {
    return serialize(RhythmTransformer.transform(await NotificationRhythm.of(user)))
  }

  async update({ request, response, session, serialize, user }: HttpContext) {
    const wanted = await request.validateUsing(rhythmValidator)
    const rhythm = await (await NotificationRhythm.of(user)).merge(wanted).save()
    if (Current.actor.kind === 'api') return serialize(RhythmTransformer.transform(rhythm))
    session.flash('notice', 'From now on messages follow these times.')
    return response.redirect().back()
  }
}
