import type { HttpContext } from '@adonisjs/core/http'
import NotificationRhythm from '#app/notification_preferences/notification_rhythm'
import { rhythmValidator } from '#app/notification_preferences/rhythm_validator'

/** When a member wants to hear of things. */
export default class RhythmsController {
  async update({ request, response, session, user }: HttpContext) {
    const wanted = await request.validateUsing(rhythmValidator)
    await (await NotificationRhythm.of(user)).merge(wanted).save()
    session.flash('notice', 'From now on messages follow these times.')
    return response.redirect().back()
  }
}
