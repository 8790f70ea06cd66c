import type { HttpContext } from '@adonisjs/core/http'
import { providerOverview } from '#app/operations/provider_overview'

/** Who carries what is sent to people, and how that goes. */
export default class ProvidersController {
  async index({ inertia }: HttpContext) {
    return inertia.render('console/providers/index', { providers: await providerOverview() })
  }
}
