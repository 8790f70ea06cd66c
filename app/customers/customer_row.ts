import { errors } from '@vinejs/vine'
import { fold } from '#app/platform/folding'
import type User from '#app/identity/user'
import type Customer from '#app/customers/customer'
import type { CustomerFacts } from '#app/customers/customer'
import type CustomerContact from '#app/customers/customer_contact'
import type CustomerSite from '#app/customers/customer_site'
import { FACT_LABELS, labelOf, PART_LABELS, type Kind, type SheetRow } from '#app/customers/customer_sheet'
import { contactValidator, customerValidator, siteValidator } from '#app/customers/customer_validator'

type Given = Record<string, string>
type PartPlan = { number: number; id: string | null; given: Given }
/** What one row of a spreadsheet would do, to whom. */
export type RowPlan = {
  row: SheetRow
  known: Customer | null
  facts: Partial<CustomerFacts>
  contacts: PartPlan[]
  sites: PartPlan[]
  changes: string[]
  problem: string | null
}
type Rights = { user: User; country: string; mine: Map<string, unknown> }

class RowProblem extends Error {}

const VALIDATORS = { contacts: contactValidator, sites: siteValidator }
const TITLES = { contacts: 'name', sites: 'label' } as const
const titleOf = (kind: Kind, part: CustomerContact | CustomerSite) => (part as unknown as Given)[TITLES[kind]]

/** Only what differs from what is known, and is written; an empty cell changes nothing. */
export async function planOf(row: SheetRow, known: Customer | null, rights: Rights): Promise<RowPlan> {
  const plan: RowPlan = { row, known, facts: {}, contacts: [], sites: [], changes: [], problem: null }
  try {
    holdId(row, known, rights)
    plan.facts = await factsOf(row, known, rights)
    const country = plan.facts.country ?? known?.country ?? rights.country
    for (const kind of ['contacts', 'sites'] as const)
      plan[kind] = await partsOf(kind, row, known, { ...rights, country })
    if (plan.sites.length > 0 && rights.user.fields('customers').levelOf('sites') !== 'edit')
      throw new RowProblem('Your role cannot change sites. Leave their cells empty.')
    plan.changes = changesOf(plan)
  } catch (error) {
    if (!(error instanceof RowProblem)) throw error
    plan.problem = error.message
  }
  return plan
}

function holdId({ id }: SheetRow, known: Customer | null, { mine }: Rights) {
  if (id === '' || id === 'new') return
  if (!known)
    throw new RowProblem(
      'No customer has this Id. Take it from an export, or leave it empty for a new customer.'
    )
  if (known.isArchived) throw new RowProblem('This customer is archived. Restore them first.')
  if (!mine.has(known.id)) throw new RowProblem('Your role cannot change this customer.')
}

async function factsOf({ facts }: SheetRow, known: Customer | null, rights: Rights) {
  const fields = rights.user.fields('customers')
  const country = known?.country ?? rights.country
  const shown = Object.keys(FACT_LABELS).filter((key) => fields.shows(key as 'phone'))
  const before = Object.fromEntries(shown.map((key) => [key, known?.[key as 'phone'] ?? null]))
  const given = known ? different(facts, known) : { country, ...facts }
  const writing = known ? fields.over(known) : fields.onNew({ country })
  const valid = await checked(
    () => customerValidator.validate({ ...before, ...given }, { meta: { country, writing } }),
    (key) => FACT_LABELS[key as keyof typeof FACT_LABELS]
  )
  return known ? different(only(valid, Object.keys(given)), known) : valid
}

async function partsOf(kind: Kind, row: SheetRow, known: Customer | null, { user, country }: Rights) {
  const parts: (CustomerContact | CustomerSite)[] = known?.[kind] ?? []
  const plans: PartPlan[] = []
  for (const [number, named] of [...row[kind]].sort(([one], [other]) => one - other)) {
    const { id, ...cells } = named
    const name = (label = '') => labelOf(kind, number, label)
    const part = number === 1 ? parts.find((one) => one.isPrimary) : partNamed(kind, parts, named, row[kind])
    if (id && !part)
      throw new RowProblem(
        `${name()}: this customer has none of this id. Leave the id empty to add it anew, or take the row from a new export.`
      )
    if (number > 1 && part?.isPrimary)
      throw new RowProblem(`${name()} is the primary one by now. Take the row from a new export.`)
    const given = part
      ? different(cells, part)
      : titled(kind, number, cells, { name: known?.name ?? row.facts.name })
    if (Object.keys(given).length === 0) continue
    const fields = user.fields('customers')
    const writing = part ? fields.over(part) : fields.onNew({ country })
    const valid = await checked(
      () =>
        VALIDATORS[kind].validate(
          { ...(part && { [TITLES[kind]]: titleOf(kind, part) }), ...given },
          { meta: { country, writing } }
        ),
      (key) => name((PART_LABELS[kind] as Record<string, string>)[key])
    )
    const kept = part
      ? different(only(valid, Object.keys(given)), part)
      : only(valid, [...Object.keys(given), 'country'])
    if (Object.keys(kept).length > 0) plans.push({ number, id: part?.id ?? null, given: kept })
  }
  return plans
}

/** By its id; without one, by what it is called, so that a row that comes twice adds nothing twice. */
function partNamed(
  kind: Kind,
  parts: (CustomerContact | CustomerSite)[],
  { id, ...cells }: Given,
  row: Map<number, Given>
) {
  if (id) return parts.find((one) => one.id === id.toLowerCase())
  const called = fold(cells[TITLES[kind]] ?? '')
  const named = new Set([...row.values()].map((one) => one.id?.toLowerCase()))
  return parts.find(
    (one) => called && !one.isPrimary && !named.has(one.id) && fold(titleOf(kind, one)) === called
  )
}

/** Whatever has no name yet is called after the customer, or after its street. */
function titled(kind: Kind, number: number, cells: Given, { name }: { name?: string }): Given {
  if (kind === 'sites') return { label: number === 1 ? 'Main address' : (cells.street ?? ''), ...cells }
  return number === 1 && name ? { name, ...cells } : cells
}

async function checked(validate: () => Promise<object>, label: (key: string) => string): Promise<Given> {
  try {
    return Object.fromEntries(
      Object.entries(await validate()).filter(([, value]) => value !== undefined && value !== null)
    ) as Given
  } catch (error) {
    if (!(error instanceof errors.E_VALIDATION_ERROR)) throw error
    const [{ field, message }] = error.messages as { field: string; message: string }[]
    throw new RowProblem(`${label(field)}: ${message}`)
  }
}

const different = (given: Given, known: object) =>
  Object.fromEntries(
    Object.entries(given).filter(([key, value]) => !isSame(key, (known as Given)[key] ?? '', value))
  )

// Spreadsheets write line breaks in their own way, and take the zeros before a number away.
function isSame(key: string, known: string, given: string) {
  const [before, now] = [known, given].map((text) => text.replaceAll('\r\n', '\n').trim())
  return before === now || (key === 'postcode' && /^0+/.test(before) && before.replace(/^0+/, '') === now)
}

const only = (facts: Given, keys: string[]) =>
  Object.fromEntries(Object.entries(facts).filter(([key]) => keys.includes(key)))

function changesOf({ facts, contacts, sites }: RowPlan) {
  const labels = PART_LABELS as Record<Kind, Record<string, string>>
  const ofParts = (kind: Kind, plans: PartPlan[]) =>
    plans.flatMap(({ number, id, given }) =>
      id
        ? Object.keys(given).map((key) => labelOf(kind, number, labels[kind][key]))
        : [labelOf(kind, number, '')]
    )
  return [
    ...Object.keys(facts).map((key) => FACT_LABELS[key as keyof typeof FACT_LABELS]),
    ...ofParts('contacts', contacts),
    ...ofParts('sites', sites),
  ]
}
