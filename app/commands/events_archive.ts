import { BaseCommand } from '@adonisjs/core/ace'

export default class EventsArchive extends BaseCommand {
  static commandName = 'events:archive'
  static description = 'Move what companies keep no longer into archives now, instead of tonight'
  static options = { startApp: true }

  async run() {
    const { Retention } = await import('#app/platform/history/retention')
    const { archived, failed } = await Retention.enforce()
    if (failed > 0) {
      this.logger.error(`${failed} could not be archived: the log says why. Nothing of them was removed`)
      this.exitCode = 1
    }
    this.logger.success(`${archived} archives were made`)
  }
}
