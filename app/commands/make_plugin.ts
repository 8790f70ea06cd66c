import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { args } from '@adonisjs/core/ace'
import { OperatorCommand } from '#app/platform/operator_command'

const FILES = [
  'plugins/crm/example/adapter.ts',
  'plugins/crm/example/client.ts',
  'plugins/crm/example/mapper.ts',
  'tests/contract/example/server.ts',
  'tests/unit/plugins/example.spec.ts',
]
const NAME = /^[a-z][a-z0-9]*(?:_[a-z0-9]+)*$/

/** The example in the tree is what is copied, so that what is made compiles and passes whenever the example does. */
export default class MakePlugin extends OperatorCommand {
  static commandName = 'make:plugin'
  static description = 'Make an adapter for a customer system, with a spec that holds it to the contract'
  static help = ['{{ binaryName }} make:plugin crm acme']

  @args.string({ description: 'The family: crm' })
  declare family: string

  @args.string({ description: 'The name of the system in lower case: acme' })
  declare plugin: string

  async run() {
    if (this.family !== 'crm')
      return this.refuse(`There is no family ${this.family}: the one there is is crm`)
    if (!NAME.test(this.plugin)) return this.refuse('Give a name such as acme or acme_field: a-z, 0-9 and _')
    const made = FILES.map((file) => file.replace('example', this.plugin))
    const taken = made.find((file) => existsSync(this.app.makePath(file)))
    if (taken) return this.refuse(`${taken} is there already: nothing was written`)
    for (const [index, file] of FILES.entries()) await this.#copy(file, made[index])
    this.logger.info(
      `It talks to an invented system now. Make it talk to ${this.plugin}: docs/plugins.md says how.`
    )
    this.logger.info(`Hold it to the contract:  npm test -- unit --files=${made.at(-1)}`)
    this.logger.info(`When it is whole, offer it to companies by a line in config/crm.ts:`)
    const adapter = `#plugins/crm/${this.plugin}/adapter`
    this.logger.info(`  ${this.plugin}: () => import('${adapter}'),`)
  }

  async #copy(from: string, to: string) {
    const text = await readFile(this.app.makePath(from), 'utf8')
    const className = this.plugin.replace(/(?:^|_)([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
    const renamed = text
      .replace(', from which `make:plugin` makes new adapters', '')
      .replaceAll('api.example.com', 'api.invalid')
      .replaceAll('Example', className)
      .replaceAll('example', this.plugin)
    await mkdir(dirname(this.app.makePath(to)), { recursive: true })
    await writeFile(this.app.makePath(to), renamed.replaceAll('api.invalid', 'api.example.com'), {
      flag: 'wx',
    })
    this.logger.action(`create ${to}`).succeeded()
  }
}
