import type { HttpContext } from '@adonisjs/core/http'
import UserTransformer from '#app/identity/user_transformer'

/** Whoever asks. */
export default class OwnUsersController {
  show({ user, tenant, serialize }: HttpContext) {
    return serialize(UserTransformer.transform(user, tenant.country))
  }
}
