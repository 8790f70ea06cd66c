import { args, flags } from '@adonisjs/core/ace'
import { OperatorCommand } from '#app/platform/operator_command'

export default class EventsExport extends OperatorCommand {
  static commandName = 'events:export'
  static description = 'Write the history of a company into a folder, with the script that verifies it'
  static options = { startApp: true }

  @args.string({ description: 'The company, as in its address' })
  declare company: string

  @flags.string({ description: 'Folder to write to' })
  declare to?: string

  async run() {
    const { default: ChainExport } = await import('#app/platform/history/chain_export')
    const { EventChain } = await import('#app/platform/history/event_chain')
    const { companiesNamed } = await import('#app/platform/named_companies')
    const [company] = await companiesNamed(this.company)
    if (!company) return this.refuse(`There is no company ${this.company}`)
    const folder = this.to ?? `history-${company.slug}`
    await EventChain.extendToEnd()
    const count = await new ChainExport(company.id).writeTo(folder)
    this.logger.success(`${count} events are in ${folder}; check them with node ${folder}/verify.mjs`)
  }
}
