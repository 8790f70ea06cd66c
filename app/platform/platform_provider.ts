import type { ApplicationService } from '@adonisjs/core/types'
import { guardModels } from '#app/platform/model_seam'
import { joinCurrentUnit } from '#app/platform/current'
import { mountCompanies } from '#app/platform/mount'

export default class PlatformProvider {
  constructor(protected app: ApplicationService) {}

  async boot() {
    const db = await this.app.container.make('lucid.db')
    joinCurrentUnit(db)
    guardModels(db)
    mountCompanies(await this.app.container.make('router'))
    await import('#app/platform/serializer')
  }
}
