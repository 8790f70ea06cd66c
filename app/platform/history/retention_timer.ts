import { Retention } from '#app/platform/history/retention'
import { Timer } from '#app/platform/timers/timers'

export default class RetentionTimer extends Timer {
  static timer = 'retention'
  static cron = '41 3 * * *'
  static purpose = 'Archives what companies keep no longer'

  async handle() {
    await Retention.enforce()
  }
}
