import { args, flags } from '@adonisjs/core/ace'
import { OperatorCommand } from '#app/platform/operator_command'

export default class EventsErase extends OperatorCommand {
  static commandName = 'events:erase'
  static description = 'Take what the history says of a person out of it; the chain still holds'
  static help = [
    'Empties the events about the record and takes the name and address off what that person did.',
    '{{ binaryName }} events:erase brightwater 0199c0de-…',
  ]
  static options = { startApp: true }

  @args.string({ description: 'The company, as in its address' })
  declare company: string

  @args.string({ description: 'The id of the customer, lead or member' })
  declare record: string

  @flags.boolean({ description: 'Erase without asking' })
  declare yes: boolean

  async run() {
    const { default: HistoryErasure } = await import('#app/platform/history/history_erasure')
    const { companiesNamed } = await import('#app/platform/named_companies')
    const { validate } = await import('uuid')
    const [company] = await companiesNamed(this.company)
    if (!company) return this.refuse(`There is no company ${this.company}`)
    if (!validate(this.record)) return this.refuse(`${this.record} is not the id of a record`)
    if (!this.yes && !process.stdin.isTTY) return this.refuse('Nobody can be asked here: add --yes to erase')
    const words = `Erase what the history of ${company.slug} says of ${this.record}? This cannot be undone.`
    if (!this.yes && !(await this.prompt.confirm(words))) return this.logger.info('Nothing was erased')
    const count = await new HistoryErasure(company.id, this.record).run()
    this.logger.success(`${count} events were emptied`)
  }
}
