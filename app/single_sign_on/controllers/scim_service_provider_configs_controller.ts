import type { HttpContext } from '@adonisjs/core/http'
import { serviceProviderConfig } from '#app/single_sign_on/scim_documents'

export default class ScimServiceProviderConfigsController {
  show({ response }: HttpContext) {
    return response.send(JSON.stringify(serviceProviderConfig()))
  }
}
