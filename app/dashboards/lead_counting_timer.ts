import { Timer } from '#app/platform/timers/timers'
import { LeadCounting } from '#app/dashboards/lead_counting'

export default class LeadCountingTimer extends Timer {
  static timer = 'lead_counting'
  static cron = '* * * * *'
  static purpose = 'Counts new and changed leads by day, so that dashboards need not read them all'

  async handle() {
    await LeadCounting.catchUp()
  }
}
