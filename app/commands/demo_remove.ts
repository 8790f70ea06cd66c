import { flags } from '@adonisjs/core/ace'
import { OperatorCommand } from '#app/platform/operator_command'

export default class DemoRemove extends OperatorCommand {
  static commandName = 'demo:remove'
  static description = 'Remove the companies of the demo and their people, and nothing else'
  static options = { startApp: true }

  @flags.boolean({ description: 'Remove without asking' })
  declare yes: boolean

  async run() {
    const { DemoRemains } = await import('#database/seeders/demo/demo_remains')
    const { forgetLogins } = await import('#database/seeders/demo/demo_logins')
    const remains = await DemoRemains.find()
    const names = remains.companies.map(({ name }) => name).join(', ')
    if (remains.hasCompanies && !this.yes && !process.stdin.isTTY)
      return this.refuse(`Nobody can be asked here: add --yes to remove ${names}`)
    if (remains.hasCompanies && !(await this.#isConfirmed(names))) {
      this.logger.info('Nothing was removed')
      return
    }
    await remains.clear()
    await forgetLogins()
    this.logger.success(remains.hasCompanies ? `Removed ${names}` : 'There is no demo here')
  }

  async #isConfirmed(names: string) {
    return (
      this.yes ||
      this.prompt.confirm(
        `Remove ${names}, with all their customers, leads, files and logins? This cannot be undone.`
      )
    )
  }
}
