import type { Region } from '../customer_book.js'
import { CUSTOMER_NOTES } from './asides.js'
import { AREA_CODES, FIRMS, MAIL_HOSTS, NAMES, STREETS } from './people.js'

// 555-01xx is kept free for stories. The first thirty of Denver's own belong to the company.
const NUMBERS = AREA_CODES.flatMap((area, index) =>
  Array.from({ length: index ? 100 : 70 }, (_, line) => `+1${area}5550${200 - 1 - line}`)
)

/** Denver and around. */
export const region: Region = {
  country: 'US',
  city: 'Denver',
  region: 'CO',
  names: NAMES,
  firms: FIRMS,
  streets: STREETS,
  mailHosts: MAIL_HOSTS,
  notes: CUSTOMER_NOTES,
  branch: { role: 'Accounts', label: 'Warehouse', street: (street, at) => `${at}20 ${street}` },
  phone: (index) => NUMBERS[(index * 53) % NUMBERS.length],
  address: (street, dice) => ({
    street: `${dice.between(2, 48) * 100 + dice.between(1, 98)} ${street}`,
    unit: dice.chance(0.12) ? dice.pick(['Unit A', 'Unit B', 'Apt 2', 'Apt 3', 'Apt 12', '# 204']) : null,
  }),
}
