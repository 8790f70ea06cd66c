import { BaseCommand } from '@adonisjs/core/ace'

export default class DemoSeed extends BaseCommand {
  static commandName = 'demo:seed'
  static description = 'Fill an empty installation with the story of three companies'
  static options = { startApp: true }

  async run() {
    const { DemoStory } = await import('#database/seeders/demo/demo_story')
    if (await DemoStory.isUnfinished()) {
      this.logger.info('The demo was interrupted before its end, and is told anew')
    } else if (!(await DemoStory.isWelcome())) {
      this.logger.info('There are companies already, so no demo is added')
      return
    }
    const logins = await new DemoStory().tell()
    this.logger.success(
      `The demo is there; ${logins.length} people of it can sign in (demo_logins.json in the data folder)`
    )
  }
}
