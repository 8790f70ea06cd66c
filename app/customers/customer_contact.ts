import { CustomerContactSchema } from '#database/schema'

type Ways = { phone: string | null; email: string | null }

/** Somebody to talk to at a customer. How the primary one is reached is told by the customer's own row alone. */
export default class CustomerContact extends CustomerContactSchema {
  waysOf(customer: Ways): Ways {
    const { phone, email } = this.isPrimary ? customer : this
    return { phone, email }
  }
}
