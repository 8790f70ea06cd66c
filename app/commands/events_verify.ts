import { args, flags } from '@adonisjs/core/ace'
import { OperatorCommand } from '#app/platform/operator_command'

const HEAD = /^(\d+):([0-9a-f]{64})$/

export default class EventsVerify extends OperatorCommand {
  static commandName = 'events:verify'
  static description = 'Check that no event of the history was changed, taken out, put in or moved'
  static help = [
    'Checks every company, or the one that is named by its address, and ends with 1 when something does not hold.',
    'Keep the heads that it prints where nobody of this installation can change them, and give one back later:',
    '{{ binaryName }} events:verify brightwater --head=1042:9f2c…',
  ]
  static options = { startApp: true }

  @args.string({ description: 'The company, as in its address', required: false })
  declare company?: string

  @flags.string({ description: 'A head that was kept: the chain must still lead through it' })
  declare head?: string

  async run() {
    const { default: ChainCheck } = await import('#app/platform/history/chain_check')
    const { companiesNamed } = await import('#app/platform/named_companies')
    const companies = await companiesNamed(this.company)
    const [, position, link] = HEAD.exec(this.head ?? '') ?? []
    if (companies.length === 0 && this.company) return this.refuse(`There is no company ${this.company}`)
    if (this.head && (!link || companies.length !== 1))
      return this.refuse('Give --head as POSITION:HASH, together with one company')
    const known = link ? { position: Number(position), link } : null
    for (const { id, slug } of companies) {
      const { links, erased, waiting, head, problem } = await new ChainCheck(id, known).run()
      if (problem) {
        const place = problem.position ? `link ${problem.position}` : 'outside the chain'
        this.logger.error(`${slug}: ${place}, event ${problem.eventId ?? 'unknown'}: ${problem.what}`)
        this.exitCode = 1
      } else {
        const more = `${erased} erased, ${waiting} waiting for their place`
        this.logger.success(`${slug}: ${links} events hold, ${more}; head ${head.position}:${head.link}`)
      }
    }
  }
}
