import { flags } from '@adonisjs/core/ace'
import { OperatorCommand } from '#app/platform/operator_command'
import { Env } from '@adonisjs/core/env'
import { DatabaseSetupError, setUpDatabase } from '#app/platform/database/database_roles'

export default class DbSetup extends OperatorCommand {
  static commandName = 'db:setup'
  static description = 'Make the database, its three roles and their grants on an external PostgreSQL (>= 15)'
  static help = [
    'Takes names and passwords from DATABASE_URL, DATABASE_OWNER_URL and DATABASE_SYSTEM_URL:',
    '{{ binaryName }} db:setup --admin-url=postgres://postgres:secret@db.example.com/postgres',
  ]

  @flags.string({ description: 'URL of an administrator who may create roles and databases' })
  declare adminUrl: string

  async run() {
    const env = await Env.create(this.app.appRoot, {
      DATABASE_URL: Env.schema.string.optional(),
      DATABASE_OWNER_URL: Env.schema.string.optional(),
      DATABASE_SYSTEM_URL: Env.schema.string.optional(),
    })
    try {
      if (!this.adminUrl)
        throw new DatabaseSetupError('E_ADMIN_URL', 'Give the URL of an administrator with --admin-url')
      await setUpDatabase(this.adminUrl, {
        app: env.get('DATABASE_URL') ?? '',
        owner: env.get('DATABASE_OWNER_URL') ?? '',
        system: env.get('DATABASE_SYSTEM_URL') ?? '',
      })
      this.logger.success('The database is ready: run node ace migration:run --connection=owner next')
    } catch (error) {
      this.refuse((error as Error).message)
    }
  }
}
