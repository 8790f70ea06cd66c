import type { HttpContext } from '@adonisjs/core/http'
import { listOf, resourceTypes } from '#app/single_sign_on/scim_documents'
import { ScimError } from '#app/single_sign_on/scim_error'

export default class ScimResourceTypesController {
  index({ response }: HttpContext) {
    return response.send(JSON.stringify(listOf(resourceTypes())))
  }

  show({ params, response }: HttpContext) {
    const type = resourceTypes().find(({ id }) => id === params.id)
    if (!type) throw new ScimError('There is no such type of resource.', undefined, 404)
    return response.send(JSON.stringify(type))
  }
}
