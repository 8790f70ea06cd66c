import { createHash, randomBytes } from 'node:crypto'
import { errors } from '@adonisjs/auth'
import { AccessTokenSchema } from '#database/schema'
import Tenant from '#app/tenancy/tenant'
import User from '#app/identity/user'
import { acrossTenants } from '#app/platform/current'

const PREFIX = 'lk_'
const hashOf = (token: string) => createHash('sha256').update(token).digest('hex')

/** An opaque API token of one user in one company; only its hash is stored. */
export default class AccessToken extends AccessTokenSchema {
  static async mint(user: User, name: string) {
    const token = PREFIX + randomBytes(32).toString('base64url')
    await this.create({ userId: user.id, name, tokenHash: hashOf(token) })
    return token
  }

  static async authenticate(_header: string | undefined): Promise<{ tenant: Tenant; user: User }> {
    await acrossTenants(async () => {})
    throw new errors.E_UNAUTHORIZED_ACCESS('A bearer token is required', { guardDriverName: 'access_tokens' })
  }
}
