import type { Region } from '../customer_book.js'
import { CUSTOMER_NOTES } from './asides.js'
import { FIRMS, MAIL_HOSTS, NAMES, STREETS } from './people.js'

const twoDigits = (number: number) => String(number % 100).padStart(2, '0')

/** Berlin. The numbers are kept free for films: no telephone rings. */
export const region: Region = {
  country: 'DE',
  city: 'Berlin',
  region: null,
  names: NAMES,
  firms: FIRMS,
  streets: STREETS,
  mailHosts: MAIL_HOSTS,
  notes: CUSTOMER_NOTES,
  branch: { role: 'Buchhaltung', label: 'Lager', street: (street, at) => `${street} ${at}` },
  phone: (index) =>
    index % 3 ? `+4917139200${twoDigits(index * 37)}` : `+49302312${5300 + ((index * 53) % 100)}`,
  address: (street, dice) => ({
    street: `${street} ${dice.between(3, 178)}${dice.chance(0.2) ? dice.pick(['a', 'b']) : ''}`,
    unit: dice.chance(0.3)
      ? dice.pick(['Vorderhaus', 'Hinterhaus', '2. OG links', '4. OG rechts', 'Seitenflügel'])
      : null,
  }),
}
