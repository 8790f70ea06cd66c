import { args, flags } from '@adonisjs/core/ace'
import { OperatorCommand } from '#app/platform/operator_command'

export default class SuperUserGrantCommand extends OperatorCommand {
  static commandName = 'super_user:grant'
  static description = 'Let a person into the console: the first one of an installation, or one more'
  static options = { startApp: true }

  @args.string({ description: 'Their e-mail address' })
  declare email: string

  @flags.string({ description: 'Their name, where they have no login yet' })
  declare name?: string

  async run() {
    const { default: SuperUserGrant } = await import('#app/console/super_user_grant')
    const { default: IdentityLink } = await import('#app/sign_in/identity_link')
    const { AlreadySuperUserError } = await import('#app/console/errors')
    const { appUrl } = await import('#config/app')
    const { email, name = email } = this
    if (!/^[^\s@]+@[^\s@]+$/.test(email)) return this.refuse(`"${email}" is not an e-mail address`)
    try {
      const grant = await SuperUserGrant.give({ email, name }, { name: 'the command line' })
      await grant.load('identity')
      this.logger.success(`${grant.identity.name} is a super user now`)
      if (grant.identity.password) return
      const secret = await IdentityLink.mint({ kind: 'password_reset', identityId: grant.identityId })
      this.logger.info(`They choose a password here, within an hour: ${appUrl}/password_resets/${secret}`)
    } catch (error) {
      if (!(error instanceof AlreadySuperUserError)) throw error
      this.refuse(error.message)
    }
  }
}
