import { BaseTransformer } from '@adonisjs/core/transformers'
import type NotificationRhythm from '#app/notification_preferences/notification_rhythm'

export default class RhythmTransformer extends BaseTransformer<NotificationRhythm> {
  toObject() {
    const { timeZone, week, intervalMinutes } = this.resource
    return { timeZone, week, intervalMinutes }
  }
}
