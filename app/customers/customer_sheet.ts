import { csvRows, ensureLength } from '#app/platform/csv_rows'
import { textOf } from '#app/platform/csv'
import { MOST_PARTS } from '#app/customers/customer_parts'
import { SheetColumnsError } from '#app/customers/errors'

export const MOST_ROWS = 1_000

/** The columns of an export, which an import reads: a customer is one row, whatever belongs to them. */
export const FACT_LABELS = {
  name: 'Name',
  phone: 'Phone',
  email: 'E-mail',
  street: 'Street',
  unit: 'Apartment',
  postcode: 'Postcode',
  city: 'City',
  region: 'Region',
  country: 'Country',
  notes: 'Notes',
} as const

/** Behind "Contact 2" and "Site 2"; the first ones are the primary ones, whose facts are the customer's own. */
export const PART_LABELS = {
  contacts: { name: '', role: 'role', phone: 'phone', email: 'e-mail', id: 'id' },
  sites: {
    label: '',
    street: 'street',
    unit: 'apartment',
    postcode: 'postcode',
    city: 'city',
    region: 'region',
    country: 'country',
    notes: 'notes',
    id: 'id',
  },
} as const

const FIRST = { contacts: ['name', 'role'], sites: ['label', 'notes'] } as const
const KINDS = { contacts: 'Contact', sites: 'Site' } as const
export type Kind = keyof typeof KINDS

/** Other words that spreadsheets have for the same. */
const ALSO: Record<string, keyof typeof FACT_LABELS> = {
  phonenumber: 'phone',
  emailaddress: 'email',
  address: 'street',
  streetaddress: 'street',
  unit: 'unit',
  zip: 'postcode',
  zipcode: 'postcode',
  postalcode: 'postcode',
  state: 'region',
}

type Cells = Record<string, string>
/** One row, with nothing but what somebody wrote into it. */
export type SheetRow = {
  line: number
  cells: string[]
  /** The id of a customer, "new" for one of whom others are only like, or nothing. */
  id: string
  facts: Cells
  contacts: Map<number, Cells>
  sites: Map<number, Cells>
}
type Place = { of: 'id' | 'facts' | Kind; number: number; key: string }

/** "Contact 2 phone"; the first is called "Contact". */
export const labelOf = (kind: Kind, number: number, label: string) =>
  [KINDS[kind], number > 1 ? number : '', label].filter((word) => word !== '').join(' ')

/** What of a contact or site has a column of its own. */
export function columnsOf(kind: Kind, number: number): [key: string, label: string][] {
  const first: readonly string[] = FIRST[kind]
  return Object.entries<string>(PART_LABELS[kind]).filter(([key]) => number > 1 || first.includes(key))
}

/** The customers of a file or of what was pasted, row by row as a spreadsheet counts them. */
export function readSheet(text: string): { head: string[]; ignored: string[]; rows: SheetRow[] } {
  const [head = [], ...lines] = csvRows(text)
  const places = head.map((label) => PLACES.get(plain(label)))
  if (!places.some((place) => place?.of === 'id' || place?.key === 'name')) throw new SheetColumnsError()
  const rows = lines
    .map((cells, index) => rowOf(index + 2, cells.map(textOf), places))
    .filter(({ cells }) => cells.some((cell) => cell !== ''))
  ensureLength(rows, { most: MOST_ROWS, subject: 'one customer' })
  return { head, ignored: head.filter((label, at) => label && !places[at] && !isOurs(label)), rows }
}

function rowOf(line: number, cells: string[], places: (Place | undefined)[]): SheetRow {
  const read: SheetRow = { line, cells, id: '', facts: {}, contacts: new Map(), sites: new Map() }
  for (const [at, cell] of cells.entries()) {
    const place = places[at]
    if (!place || cell === '') continue
    const { of, number, key } = place
    if (of === 'id') read.id = cell.toLowerCase()
    else if (of === 'facts') read.facts[key] = cell
    else read[of].set(number, { ...read[of].get(number), [key]: cell })
  }
  return read
}

const plain = (label: string) => label.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

// What an export tells besides, with the clock that it goes by.
const isOurs = (label: string) => /^(Codes|Added|Archived|Problem)\b/.test(label)

const PLACES = new Map<string, Place>([
  ['id', { of: 'id', number: 1, key: 'id' }],
  ...Object.entries(ALSO).map(([label, key]) => [label, { of: 'facts', number: 1, key }] as const),
  ...Object.entries(FACT_LABELS).map(
    ([key, label]) => [plain(label), { of: 'facts', number: 1, key }] as const
  ),
  ...(['contacts', 'sites'] as const).flatMap((of) =>
    Array.from({ length: MOST_PARTS }, (_, at) => at + 1).flatMap((number) =>
      columnsOf(of, number).map(
        ([key, label]) => [plain(labelOf(of, number, label)), { of, number, key }] as const
      )
    )
  ),
])
