import type { HttpContext } from '@adonisjs/core/http'
import { GoogleDriver } from '@adonisjs/ally/drivers/google'
import type { GoogleDriverConfig } from '@adonisjs/ally/types'
import { SocialLoginError } from '#plugins/social_login/errors'
import { SafeRequest, type Network } from '#plugins/social_login/safe_request'
import type { SocialDriver, SocialPerson } from '#plugins/social_login/contract'

type Profile = { sub?: unknown; name?: unknown; email?: unknown; email_verified?: unknown; hd?: unknown }

export class GoogleLogin extends GoogleDriver implements SocialDriver {
  constructor(
    ctx: HttpContext,
    public config: GoogleDriverConfig & Network
  ) {
    super(ctx, config)
  }

  async personOf(accessToken: string): Promise<SocialPerson> {
    const { original } = await this.userFromToken(accessToken)
    const { sub, name, email: address, email_verified: isVerified, hd } = original as Profile
    if (typeof sub !== 'string' || sub === '') throw new SocialLoginError('Google names no subject')
    const email = isVerified === true && typeof address === 'string' ? address.trim().toLowerCase() : null
    return {
      subject: sub,
      name: typeof name === 'string' ? name : (email ?? sub),
      email,
      // What Google says of its own verification: it can have been years ago, unless the mailbox is with Google.
      isMailboxOwner: email !== null && (email.endsWith('@gmail.com') || typeof hd === 'string'),
    }
  }

  // The product keeps the state in the session; the driver has no cookie of its own.
  protected loadState() {}

  protected httpClient(url: string) {
    return new SafeRequest(url, this.config)
  }
}
