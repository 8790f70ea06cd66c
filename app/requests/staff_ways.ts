import router from '@adonisjs/core/services/router'
import { mountFor } from '#app/platform/http/mount'
import type User from '#app/identity/user'
import type QrCode from '#app/qr_codes/qr_code'
import type { ScannedCode } from '#app/requests/scanned_code'

/** Where a colleague who scans a code can go from it. */
export function staffWaysTo({ tenant, token }: ScannedCode, { customerId }: QrCode, colleague: User) {
  const { urlFor } = router.urlBuilder
  const company = { prefixUrl: mountFor(tenant.slug) }
  const page = colleague.isAtDesk ? 'customers.customers.show' : 'field.customers.show'
  return {
    bind: urlFor('field.bindings.create', {}, { ...company, qs: { code: token } }),
    customer: customerId && urlFor(page, { id: customerId }, company),
  }
}
