import type { HttpContext } from '@adonisjs/core/http'
import Lead from '#app/leads/lead'
import QrCode from '#app/qr_codes/qr_code'
import QrCodePolicy from '#app/qr_codes/qr_code_policy'
import QrCodeTransformer from '#app/qr_codes/qr_code_transformer'
import CustomerTimeline from '#app/timelines/customer_timeline'
import CustomerEntryTransformer from '#app/timelines/customer_entry_transformer'
import Customer from '#app/customers/customer'
import CustomerLeadTransformer from '#app/customers/customer_lead_transformer'
import CustomerPolicy from '#app/customers/customer_policy'
import CustomerTransformer from '#app/customers/customer_transformer'
import { COUNTRY_CHOICES } from '#app/customers/country_choices'

/** All that the page of a customer shows, and what its reader may do there. */
export async function customerPage({ bouncer, user }: HttpContext, customer: Customer) {
  const may = bouncer.with(CustomerPolicy)
  return {
    customer: CustomerTransformer.transform(await Customer.withParts(customer), user).useVariant('forRecord'),
    codes: QrCodeTransformer.transform(await QrCode.boundTo(customer, user), user),
    leads: CustomerLeadTransformer.transform(await Lead.latestOf(customer, user)),
    countries: COUNTRY_CHOICES,
    history: CustomerEntryTransformer.transform(await new CustomerTimeline(customer, user).entries()),
    may: {
      update: await may.allows('update', customer),
      keepSites: await may.allows('keepSites', customer),
      archive: await may.allows('archive', customer),
      merge: await may.allows('merge', customer),
      bind: await bouncer.with(QrCodePolicy).allows('assign'),
      manageCodes: await bouncer.with(QrCodePolicy).allows('retire'),
    },
  }
}
