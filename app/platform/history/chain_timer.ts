import { Timer } from '#app/platform/timers/timers'
import { EventChain } from '#app/platform/history/event_chain'

export default class ChainTimer extends Timer {
  static timer = 'chain'
  static cron = '* * * * *'
  static purpose = 'Chains new events, so that nobody can change them unnoticed'

  async handle() {
    await EventChain.extendToEnd()
  }
}
