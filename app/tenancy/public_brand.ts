import type Tenant from '#app/tenancy/tenant'
import { displayPhone } from '#app/platform/phone'
import { readableBrandColor, readableOnDark } from '#app/tenancy/brand_color'

/** How a company shows itself to its customers. */
export const publicBrand = ({ name, phone, country, brandColor, logoUrl }: Tenant) => ({
  name,
  initial: [...name][0].toUpperCase(),
  logoUrl,
  phone: phone && { shown: displayPhone(phone, country), href: `tel:${phone}` },
  color: readableBrandColor(brandColor),
  colorOnDark: readableOnDark(brandColor),
})

export type PublicBrand = ReturnType<typeof publicBrand>
