import { mountFor } from '#app/platform/mount'
import type QrCode from '#app/qr_codes/qr_code'
import type { ScannedCode } from '#app/requests/scanned_code'

/** Where a colleague who scans a code can go from it. */
export function staffWaysTo({ tenant, token }: ScannedCode, { customerId }: QrCode) {
  const company = mountFor(tenant.slug)
  return {
    bind: `${company}/field/bindings/new?code=${token}`,
    customer: customerId && `${company}/customers/${customerId}`,
  }
}
