import type { HttpContext } from '@adonisjs/core/http'
import { GithubDriver } from '@adonisjs/ally/drivers/github'
import type { GithubDriverConfig } from '@adonisjs/ally/types'
import { SocialLoginError } from '#plugins/social_login/errors'
import { SafeRequest, type Network } from '#plugins/social_login/safe_request'
import type { SocialDriver, SocialPerson } from '#plugins/social_login/contract'

type Profile = { id?: unknown; login?: unknown; name?: unknown }
type Address = { email?: unknown; primary?: unknown; verified?: unknown }

export class GithubLogin extends GithubDriver implements SocialDriver {
  constructor(
    ctx: HttpContext,
    public config: GithubDriverConfig & Network
  ) {
    super(ctx, config)
  }

  /** The address on a profile is what its owner shows, so the list of addresses is asked, which says what is verified. */
  async personOf(accessToken: string): Promise<SocialPerson> {
    const { id, login, name } = await this.#read<Profile>(
      this.config.userInfoUrl ?? this.userInfoUrl,
      accessToken
    )
    if (typeof id !== 'number' || !Number.isSafeInteger(id))
      throw new SocialLoginError('GitHub names no subject')
    const list = await this.#read<Address[]>(this.config.userEmailUrl ?? this.userEmailUrl, accessToken)
    const main = Array.isArray(list)
      ? list.find(({ primary, verified }) => primary === true && verified === true)
      : undefined
    return {
      subject: String(id),
      name: [name, login].find((one) => typeof one === 'string' && one !== '') as string,
      email: typeof main?.email === 'string' ? main.email.trim().toLowerCase() : null,
      isMailboxOwner: false,
    }
  }

  // The product keeps the state in the session; the driver has no cookie of its own.
  protected loadState() {}

  protected httpClient(url: string) {
    return new SafeRequest(url, this.config)
  }

  #read<Answer>(url: string, accessToken: string) {
    return this.getAuthenticatedRequest(url, accessToken).get() as Promise<Answer>
  }
}
