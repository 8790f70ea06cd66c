import type { HttpContext } from '@adonisjs/core/http'
import { registrationValidator } from '#app/registrations/registration_validator'
import Registration from '#app/registrations/registration'

export default class ApiRegistrationsController {
  async store({ request, response }: HttpContext) {
    await Registration.ask(await request.validateUsing(registrationValidator), request.ip())
    return response.status(202).send('')
  }
}
