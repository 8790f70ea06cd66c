import { existsSync } from 'node:fs'
import { args, flags } from '@adonisjs/core/ace'
import { OperatorCommand } from '#app/platform/operator_command'
import type { CrmAdapterClass } from '#plugins/crm/contract'
import { verdictOn } from '#plugins/crm/verdict'

export default class PluginCheck extends OperatorCommand {
  static commandName = 'plugin:check'
  static description =
    'Say whether an adapter keeps what of the contract can be told without its customer system'
  static help = [
    '{{ binaryName }} plugin:check acme',
    '{{ binaryName }} plugin:check acme --from=@acme/latchkey',
  ]

  @args.string({
    description: 'Its name: that of its folder in plugins/crm, or the one it has in config/crm.ts',
  })
  declare plugin: string

  @flags.string({ description: 'The npm package that it comes from' })
  declare from: string | undefined

  async run() {
    const folder = `plugins/crm/${this.plugin}`
    const isHere = /^[a-z0-9_]+$/.test(this.plugin) && existsSync(this.app.makePath(folder))
    if (!this.from && !isHere) return this.refuse(`There is no ${folder}. Name a package with --from.`)
    const module = (await import(this.from ?? `#${folder}/adapter`)) as { default: CrmAdapterClass }
    const findings = await verdictOn(this.plugin, module.default)
    for (const { isKept, words } of findings)
      this.logger.log(`${isKept ? this.colors.green('✔') : this.colors.red('✖')} ${words}`)
    const broken = findings.filter(({ isKept }) => !isKept).length
    if (broken > 0) this.refuse(`${this.plugin} breaks the contract in ${broken} of these points`)
    else this.#praise()
  }

  #praise() {
    const spec = `tests/unit/plugins/${this.plugin}.spec.ts`
    const rest = existsSync(this.app.makePath(spec))
      ? `npm test -- unit --files=${spec}`
      : 'a spec that runs plugins/crm/conformance.ts on it'
    this.logger.success(`${this.plugin} keeps these points. The rest is said by ${rest}`)
  }
}
