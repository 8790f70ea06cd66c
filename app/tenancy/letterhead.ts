import { appUrl } from '#config/app'
import { displayPhone } from '#app/platform/phone'
import type { Sender } from '#app/platform/sending/letter'
import type Tenant from '#app/tenancy/tenant'

/** Whose head a company's letters bear. */
export function letterheadOf({ name, brandColor, phone, country, website, logoUrl }: Tenant): Sender {
  const shown = {
    displayPhone: phone && displayPhone(phone, country),
    logoUrl: logoUrl && `${appUrl}${logoUrl}`,
  }
  return { name, brandColor, phone, website, ...shown }
}
