import { crm } from '#plugins/crm/manager'
import type { CrmCarry } from '#plugins/crm/connection'
import type { CrmName } from '#plugins/crm/contract'
import { CrmNeedsReconnectError, CrmRateLimitedError, CrmUnavailableError } from '#plugins/crm/errors'
import { OauthClient } from '#app/platform/oauth/oauth_client'
import { OauthRefusedError, OauthUnavailableError } from '#app/platform/oauth/oauth_errors'
import { oauthRedirectUri } from '#app/platform/oauth/oauth_flow'
import { VendorAccessLostError, VendorBusyError, VendorDownError } from '#app/vendor_connections/errors'
import { VendorWay } from '#app/vendor_connections/vendor_way'

type Way = { id: string; tenantId: string; adapter: CrmName; isLetInByScreen: boolean }

/** How companies let us in on the screen of a system; `null` where the installation offers no such way. */
export async function oauthClientOf(name: CrmName) {
  const vendor = await crm.oauthOf(name)
  return vendor && new OauthClient(vendor, oauthRedirectUri())
}

/** What happens around each request of a connection, failures told in the words of the family. */
export async function carrierOf({ id, tenantId, adapter, isLetInByScreen }: Way): Promise<CrmCarry> {
  const Adapter = await crm.classOf(adapter)
  const { limits = [] } = Adapter
  const oauth = isLetInByScreen ? await oauthClientOf(adapter) : null
  if (isLetInByScreen && !oauth) return () => Promise.reject(new CrmNeedsReconnectError())
  const usageIn = (headers: Headers) => Adapter.usageIn?.(headers) ?? []
  const way = new VendorWay({ id, tenantId }, { limits, oauth, usageIn })
  return (asked, send) =>
    way.carry(asked, send).catch((error: unknown) => {
      throw inWordsOfTheFamily(error)
    })
}

function inWordsOfTheFamily(error: unknown) {
  if (error instanceof VendorAccessLostError) return new CrmNeedsReconnectError(undefined, { cause: error })
  if (error instanceof VendorBusyError) return new CrmRateLimitedError(error.retryAt)
  if (error instanceof VendorDownError)
    return Object.assign(new CrmUnavailableError(undefined, { cause: error }), { retryAt: error.retryAt })
  if (error instanceof OauthUnavailableError || error instanceof OauthRefusedError)
    return new CrmUnavailableError(error.message, { cause: error })
  return error
}
