import type { CrmConnection } from '#plugins/crm/contract'
import type { OauthTokens } from '#app/platform/oauth/oauth_client'
import {
  CrmNeedsReconnectError,
  CrmRateLimitedError,
  CrmSettingError,
  CrmUnavailableError,
} from '#plugins/crm/errors'
import { crm } from '#plugins/crm/manager'
import { CrmNotOpenedError } from '#app/crm_connections/errors'
import type { OfferedCrm } from '#app/crm_connections/offered_crms'

/** Lets the system say whether these settings or tokens open it; what is wrong is said beside the first of the settings. */
export async function tryOut(
  { name, label, settings: [first] }: OfferedCrm,
  given: Pick<CrmConnection, 'settings' | 'country'>,
  tokens: OauthTokens | null = null
) {
  const field = tokens ? 'adapter' : `settings.${first.name}`
  const refuse = (words: string, cause: unknown) => new CrmNotOpenedError(field, words, { cause })
  try {
    const access = tokens?.access ?? null
    await (await crm.connect(name, { ...given, carry: (_, send) => send(access) })).test()
  } catch (error) {
    if (error instanceof CrmSettingError && tokens)
      throw refuse(`${label} leads to an address that is none of its own. Nothing was connected.`, error)
    if (error instanceof CrmSettingError)
      throw new CrmNotOpenedError(`settings.${error.setting}`, error.message, { cause: error })
    if (error instanceof CrmNeedsReconnectError)
      throw refuse(
        `${label} does not take this, or it may not read and write contacts. Check it there.`,
        error
      )
    if (error instanceof CrmUnavailableError || error instanceof CrmRateLimitedError)
      throw refuse(`${label} does not answer at the moment. Try again in a minute.`, error)
    throw error
  }
}
