import type { HttpContext } from '@adonisjs/core/http'
import { listOf, schemas } from '#app/single_sign_on/scim_documents'
import { ScimError } from '#app/single_sign_on/scim_error'

export default class ScimSchemasController {
  index({ response }: HttpContext) {
    return response.send(JSON.stringify(listOf(schemas())))
  }

  show({ params, response }: HttpContext) {
    const schema = schemas().find(({ id }) => id === params.id)
    if (!schema) throw new ScimError('There is no such schema.', undefined, 404)
    return response.send(JSON.stringify(schema))
  }
}
