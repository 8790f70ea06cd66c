import type { HttpContext } from '@adonisjs/core/http'
import { contract } from '#app/api/contract'

/** The description of the API for programs. */
export default class DescriptionsController {
  show({ response }: HttpContext) {
    response.header('Cache-Control', 'public, max-age=300')
    return response.type('json').send(JSON.stringify(contract()))
  }
}
