import { CustomerSiteSchema } from '#database/schema'
import { onOneLine, type PostalAddress } from '#app/platform/postal_address'

/** A place where work is done for a customer. The address of the primary one is the customer's own. */
export default class CustomerSite extends CustomerSiteSchema {
  placeOf(customer: PostalAddress) {
    const { street, unit, postcode, city, region } = this.isPrimary ? customer : this
    const country = (this.isPrimary ? null : this.country) ?? customer.country
    return { street, unit, postcode, city, region, country }
  }

  addressOf(customer: PostalAddress) {
    return onOneLine(this.placeOf(customer))
  }
}
