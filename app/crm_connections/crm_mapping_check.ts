import db from '@adonisjs/lucid/services/db'
import type { CrmCapabilities, CrmField } from '#plugins/crm/contract'
import { isReading, isWriting, type FieldRule } from '#app/crm_connections/crm_field_mapping'
import { isFact, labelOf, type Fact, type OurField } from '#app/crm_connections/our_fields'

type Fault = { field: string; message: string; rule: string }
type Theirs = { label: string; fields: CrmField[]; places: CrmCapabilities['places'] }

const LISTED = 200
const NAMED = 5
/** What of ours a field of theirs can take, and give, beside text. */
const TAKES: Partial<Record<CrmField['type'], (ours: OurField) => boolean>> = {
  text: () => true,
  email: (ours) => ours === 'email',
  phone: (ours) => ours === 'phone',
  date: (ours) => ours === 'taken_in',
  yes_no: (ours) => ours === 'state',
  choice: (ours) => !['email', 'phone', 'notes', 'id'].includes(ours),
}
const GIVES: CrmField['type'][] = ['text', 'email', 'phone', 'url', 'number', 'date', 'choice']

/** What is wrong with the rules of a mapping, by the field of ours that it is said beside; in the caller's unit. */
export async function faultsIn(rules: FieldRule[], theirs: Theirs): Promise<Fault[]> {
  const faults: Fault[] = []
  for (const rule of rules) {
    const words = faultOf(rule, rules, theirs) ?? (await missingChoices(rule, theirs))
    if (words) faults.push({ field: `rules.${rule.ours}`, message: words, rule: 'crm_mapping' })
  }
  return faults
}

/** Those of theirs that need a value, and that nothing is written to. */
export function unwritten(rules: FieldRule[], { fields, places }: Omit<Theirs, 'label'>) {
  const written = rules.filter(isWriting).flatMap((rule) => placesOf(rule, places))
  return fields.filter(({ name, isRequired }) => isRequired && !written.includes(name))
}

function faultOf(rule: FieldRule, rules: FieldRule[], { label, fields, places }: Theirs) {
  const { ours, direction, theirs } = rule
  if (ours === 'name' && direction === 'none')
    return 'Nobody is made there without a name. Let it be written or read.'
  if (direction === 'none') return null
  if (!isFact(ours) && direction !== 'out')
    return 'This is only told, never taken back. Choose “We write it”.'
  const twin = rules.find(
    (other) => other !== rule && placesOf(other, places).some((one) => placesOf(rule, places).includes(one))
  )
  if (twin) return `“${labelOf(twin.ours)}” is the same field there. Choose another for one of the two.`
  if (!theirs) return places[ours as Fact] ? null : `Choose which field of ${label} this is, or “Left alone”.`
  const field = fields.find(({ name }) => name === theirs)
  if (!field) return `${label} has no field “${theirs}” any more. Choose another.`
  return unfit(rule, field, label) ?? wrongChoices(rule, field)
}

function unfit(rule: FieldRule, { label: name, type, isWritable }: CrmField, label: string) {
  if (isWriting(rule) && !isWritable)
    return `${label} lets nobody write “${name}”. Choose “We read it”, or another field.`
  if (isWriting(rule) && !TAKES[type]?.(rule.ours))
    return `“${name}” holds ${WORDS[type]} there, and cannot take this. Choose another field.`
  if (isReading(rule) && !GIVES.includes(type))
    return `“${name}” holds ${WORDS[type]} there, which cannot be read into this. Choose another field.`
}

function wrongChoices({ choices }: FieldRule, { label, type, choices: offered }: CrmField) {
  const twice = choices.find(({ ours }, at) => choices.findIndex((one) => one.ours === ours) !== at)
  if (twice) return `“${twice.ours}” is named twice. Keep one of them.`
  const strange = choices.find(({ theirs }) => !offered.some(({ value }) => value === theirs))
  if (type === 'choice' && strange)
    return `“${strange.theirs}” is no choice of “${label}”. Choose one that there is.`
}

/** Words that customers have, and that the list there does not know. */
async function missingChoices(rule: FieldRule, { fields }: Theirs) {
  const field = fields.find(({ name }) => name === rule.theirs)
  if (!isWriting(rule) || !isFact(rule.ours) || field?.type !== 'choice') return null
  const known = new Set([...rule.choices.map(({ ours }) => ours), ...field.choices.map(({ value }) => value)])
  const missing = (await usedIn(rule.ours)).filter((value) => !known.has(value))
  if (missing.length === 0) return null
  const named = missing.slice(0, NAMED).map((value) => `“${value}”`)
  const more = missing.length > NAMED ? ` and ${missing.length - NAMED} more` : ''
  return `“${field.label}” has no choice for ${named.join(', ')}${more}. Say below which of theirs each is.`
}

// A fact is kept in the column of its name.
async function usedIn(fact: Fact) {
  const rows: { value: string }[] = await db
    .from('customers')
    .whereNull('archived_at')
    .whereNotNull(fact)
    .distinct(`${fact} as value`)
    .orderBy('value')
    .limit(LISTED)
  return rows.map(({ value }) => value)
}

function placesOf({ ours, theirs, direction }: FieldRule, places: CrmCapabilities['places']) {
  if (direction === 'none') return []
  return theirs ? [theirs] : (places[ours as Fact] ?? [])
}

const WORDS: Record<CrmField['type'], string> = {
  text: 'text',
  email: 'an e-mail address',
  phone: 'a phone number',
  url: 'a web address',
  number: 'a number',
  date: 'a day',
  moment: 'a moment',
  yes_no: 'yes or no',
  choice: 'one of a list',
  choices: 'several of a list',
  other: 'something of its own',
}
