import type { ApplicationService } from '@adonisjs/core/types'
import { guardModels } from '#app/platform/database/model_seam'
import { keepCompiledCode } from '#app/platform/compiled_code'
import { joinCurrentUnit } from '#app/platform/database/current'
import { refuseOddRequestIds } from '#app/platform/http/request_id'
import { tracing } from '#app/platform/telemetry/tracing'
import { globalRouteNames, mountCompanies } from '#app/platform/http/mount'

/** As it may stand in a script element: nothing in it begins a comment or a script, which would go on to the end of the page. */
const inScript = (value: unknown) => JSON.stringify(value).replaceAll('<', '\\u003c')

export default class PlatformProvider {
  constructor(protected app: ApplicationService) {}

  async boot() {
    keepCompiledCode()
    if (this.app.getEnvironment() === 'web') await tracing.start('web')
    const db = await this.app.container.make('lucid.db')
    joinCurrentUnit(db)
    guardModels(db)
    refuseOddRequestIds()
    const router = await this.app.container.make('router')
    mountCompanies(router)
    const { default: edge } = await import('edge.js')
    edge.global('globalRoutes', () => inScript(globalRouteNames(router)))
    edge.global('inScript', inScript)
    await import('#app/platform/http/serializer')
  }

  async shutdown() {
    await tracing.stop()
  }
}
