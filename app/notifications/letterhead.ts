import { appUrl } from '#config/app'
import { displayPhone } from '#app/platform/phone'
import type Tenant from '#app/tenancy/tenant'

/** What stands at the head and foot of a company's letters. */
export function letterheadOf({ name, brandColor, phone, country, website, logoUrl }: Tenant) {
  const shown = {
    displayPhone: phone && displayPhone(phone, country),
    logoUrl: logoUrl && `${appUrl}${logoUrl}`,
  }
  return { name, brandColor, phone, website, ...shown }
}
