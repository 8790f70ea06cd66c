import Tenant from '#app/tenancy/tenant'
import Customer from '#app/customers/customer'
import { NORTHGATE } from './cast.js'
import { CompanyStory } from './company_story.js'
import type { Setting } from './setting.js'

const CUSTOMERS = [
  { name: 'Harbor Street Antiques', street: '411 Harbor St', phone: '+12065550151' },
  { name: 'Denise Fowler', street: '2208 Ridge Ave NW', phone: '+12065550152' },
  { name: 'Ken Ishikawa', street: '77 Pine Ct', phone: '+12065550153' },
]

/** A company that has closed: its doors are shut, its data is kept. */
export class Northgate extends CompanyStory<keyof typeof NORTHGATE.people> {
  constructor(setting: Setting) {
    super(NORTHGATE, setting, { seed: 98133, days: 101 })
  }

  protected plan() {
    CUSTOMERS.forEach(({ name, street, phone }, index) => {
      const place = { city: 'Seattle', region: 'WA', postcode: '98133', country: 'US' }
      this.does('gordon', this.daysAgo(98 - index * 4, { hour: 10, minute: 12 }), () =>
        Customer.register({ name, street, phone, ...place })
      )
    })
    this.operatorDoes(this.daysAgo(19, { hour: 16, minute: 5 }), async () => {
      await (
        await Tenant.current()
      ).deactivate('The owner retires. The data stays until the end of the year.')
    })
  }
}
