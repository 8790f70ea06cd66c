import { OperatorCommand } from '#app/platform/operator_command'

export default class EventsArchive extends OperatorCommand {
  static commandName = 'events:archive'
  static description = 'Move what companies keep no longer into archives now, instead of tonight'
  static options = { startApp: true }

  async run() {
    const { Retention } = await import('#app/platform/history/retention')
    const { archived, failed } = await Retention.enforce()
    if (failed > 0) {
      this.refuse(`${failed} could not be archived: the log says why. Nothing of them was removed`)
    }
    this.logger.success(`${archived} archives were made`)
  }
}
