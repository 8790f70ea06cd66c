import { BasePolicy } from '@adonisjs/bouncer'

/** A token can do what its owner can, so everybody may have their own; `AccessToken.of` keeps them apart. */
export default class AccessTokenPolicy extends BasePolicy {
  index() {
    return true
  }

  store() {
    return true
  }

  revoke() {
    return true
  }
}
