import { BaseTransformer } from '@adonisjs/core/transformers'
import type NotificationRhythm from '#app/notification_preferences/notification_rhythm'

export default class RhythmTransformer extends BaseTransformer<NotificationRhythm> {
  toObject() {
    const { userId: id, timeZone, week, intervalMinutes } = this.resource
    return { id, timeZone, week, intervalMinutes }
  }
}
