import { Timer } from '#app/platform/timers/timers'
import { AbandonedPhotos } from '#app/attachments/abandoned_photos'

export default class AbandonedPhotosTimer extends Timer {
  static timer = 'abandoned_photos'
  static purpose = 'Removes photos of requests that nobody finished'
  static cron = '41 * * * *'

  async handle() {
    await AbandonedPhotos.sweep()
  }
}
