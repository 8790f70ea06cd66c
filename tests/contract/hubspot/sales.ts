import { randomUUID } from 'node:crypto'
import type { Answer, Asked } from '#tests/contract/vendor_server'

type Properties = Record<string, string | null>
export type SoldRecord = {
  id: string
  properties: Properties
  createdAt: string
  updatedAt: string
  archived: boolean
}
type Association = { to: { id: string }; types: { associationTypeId: number }[] }
type Kept = SoldRecord & { of: Association[] }
type Request = Omit<Asked, 'token' | 'body'> & { body: never }

const OBJECTS = /^\/crm\/objects\/2026-09\/(deals|notes|companies)(?:\/([^/]+))?$/
const PROPERTIES = '/crm/properties/2026-09/deals'
type Kind = 'deals' | 'notes' | 'companies'
/** HubSpot's numbers: deal of a contact, note of a contact, note of a deal, company of a contact. */
const NUMBERS = { deals: [3], notes: [202, 214], companies: [280] }
const FIRST_IDS = { deals: 5_000_000_000, notes: 7_000_000_000, companies: 8_000_000_000 }
const DEAL_PROPERTIES = ['dealname', 'pipeline', 'dealstage', 'hubspot_owner_id']
const COMPANY_PROPERTIES = ['name', 'domain']
const NOTE_PROPERTIES = ['hs_timestamp', 'hs_note_body']
const AT = '2026-01-02T03:04:05.000Z'

/** Deals, notes and owners, as the published description of HubSpot's API says. */
export class Sales {
  readonly deals = new Map<string, Kept>()
  readonly #merged = new Map<string, string>()
  readonly notes = new Map<string, Kept>()
  readonly companies = new Map<string, Kept>()
  readonly properties: string[] = [...DEAL_PROPERTIES]
  readonly pipelines = [
    pipeline('default', 'Sales Pipeline', [
      stage('appointmentscheduled', 'Appointment scheduled', { isClosed: 'false', probability: '0.2' }),
      stage('qualifiedtobuy', 'Qualified', { isClosed: 'false', probability: '0.4' }),
      stage('closedwon', 'Won', { isClosed: 'true', probability: '1.0' }),
      stage('closedlost', 'Lost', { isClosed: 'true', probability: '0.0' }),
    ]),
  ]
  readonly owners = [
    owner('71', 'mia@brightwater.example', 'Mia', 'Chen'),
    owner('72', 'bo@brightwater.example', 'Bo', ''),
  ]
  /** Whether the token may use deals and owners, and give deals a property. */
  isAllowed = true
  mayAddProperties = true
  mayUseCompanies = true

  constructor(private isContact: (id: string) => boolean) {}

  /** Somebody deletes it there. */
  remove(id: string) {
    this.deals.get(id)!.archived = true
  }

  /** Somebody merges both there: a new one takes their places, and is what is read by their ids. */
  mergeDeals(id: string, other: string) {
    const [primary, ended] = [this.deals.get(id)!, this.deals.get(other)!]
    const made = { ...primary, id: String(FIRST_IDS.deals + this.deals.size) }
    made.properties = { ...ended.properties, ...primary.properties }
    this.deals.set(made.id, made)
    for (const one of [primary, ended]) {
      one.archived = true
      this.#merged.set(one.id, made.id)
      for (const note of this.notesOf(one.id))
        note.of.push({ ...note.of.find(({ to }) => to.id === one.id)!, to: { id: made.id } })
    }
    return made.id
  }

  /** Somebody has a contact belong to a company there. */
  employ(id: string, name: string) {
    const types = [{ associationTypeId: 280 }]
    this.#create('companies', { properties: { name }, associations: [{ to: { id }, types }] })
  }

  companiesOf(id: string) {
    return [...this.companies.values()].filter(({ of }) => of.some(({ to }) => to.id === id))
  }

  notesOf(id: string) {
    return [...this.notes.values()].filter(({ of }) => of.some(({ to }) => to.id === id))
  }

  /** What is asked of deals, notes and owners; nothing for what is asked of anything else. */
  answer({ method, path, query, body }: Request): Answer | undefined {
    const isOwners = path === '/crm/owners/2026-09'
    const isPipelines = path === '/crm/pipelines/2026-09/deals'
    const [, kind, id] = OBJECTS.exec(path) ?? []
    if (path === '/crm/objects/2026-09/notes/batch/read') return this.#readNotes(body)
    if (!isOwners && !isPipelines && path !== PROPERTIES && !kind) return
    if (!this.mayUseCompanies && kind === 'companies') return refusal(403, 'MISSING_SCOPES')
    if (!this.isAllowed && (kind === 'deals' || !kind)) return refusal(403, 'MISSING_SCOPES')
    if (isOwners) return this.#owners(query)
    if (isPipelines) return { status: 200, body: { results: this.pipelines } }
    if (path === PROPERTIES) return this.#describe(body)
    return this.#objects(kind as Kind, { method, id, query, body })
  }

  #objects(
    kind: Kind,
    { method, id, query, body }: Pick<Request, 'method' | 'query' | 'body'> & { id?: string }
  ): Answer {
    if (!id) return this.#create(kind, body)
    const idProperty = query.get('idProperty')
    if (idProperty && !this.properties.includes(idProperty)) return unknownProperty(idProperty)
    const found = idProperty
      ? [...this.deals.values()].find(({ properties }) => properties[idProperty] === decodeURIComponent(id))
      : this[kind].get(this.#heirOf(id))
    if (!found || found.archived) return refusal(404, 'OBJECT_NOT_FOUND')
    if (method === 'PATCH') return this.#change(kind, found, body)
    const associations = query.get('associations') ? { associations: this.associations(id) } : {}
    return { status: 200, body: { ...shown(found, query.get('properties')?.split(',')), ...associations } }
  }

  #heirOf(id: string): string {
    const heir = this.#merged.get(id)
    return heir === undefined ? id : this.#heirOf(heir)
  }

  associations(id: string) {
    const notes = this.notesOf(id).map((note) => ({ id: note.id, type: 'record_to_note' }))
    const companies = this.companiesOf(id).map((one) => ({ id: one.id, type: 'contact_to_company' }))
    return {
      ...(notes.length > 0 && { notes: { results: notes } }),
      ...(companies.length > 0 && { companies: { results: companies } }),
    }
  }

  #create(
    kind: Kind,
    { properties, associations }: { properties: Properties; associations: Association[] }
  ): Answer {
    const wrong = this.#wrongIn(kind, properties)
    if (wrong) return wrong
    const isLost = associations.some(
      ({ to, types }) =>
        types.some(({ associationTypeId: number }) => !NUMBERS[kind].includes(number)) ||
        !(this.isContact(to.id) || this.deals.has(to.id))
    )
    if (isLost) return refusal(400, 'VALIDATION_ERROR')
    const id = String(FIRST_IDS[kind] + this[kind].size)
    const made = { id, properties, createdAt: AT, updatedAt: AT, archived: false, of: associations }
    this[kind].set(id, made)
    return { status: 201, body: shown(made, Object.keys(properties)) }
  }

  #change(kind: Kind, deal: Kept, { properties }: { properties: Properties }): Answer {
    const wrong = this.#wrongIn(kind, { ...deal.properties, ...properties })
    if (wrong) return wrong
    Object.assign(deal.properties, properties)
    return { status: 200, body: shown(deal, Object.keys(properties)) }
  }

  #wrongIn(kind: Kind, properties: Properties): Answer | undefined {
    const known = { deals: this.properties, notes: NOTE_PROPERTIES, companies: COMPANY_PROPERTIES }[kind]
    const strange = Object.keys(properties).find((name) => !known.includes(name))
    if (strange) return unknownProperty(strange)
    if (kind !== 'deals') return
    const way = this.pipelines.find(({ id }) => id === properties.pipeline)
    if (!way) return invalidOption('pipeline')
    if (!way.stages.some(({ id }) => id === properties.dealstage)) return invalidOption('dealstage')
    const ownerId = properties.hubspot_owner_id
    if (ownerId && !this.owners.some(({ id }) => id === ownerId)) return invalidOption('hubspot_owner_id')
  }

  #describe(given: { name: string }): Answer {
    if (!this.mayAddProperties) return refusal(403, 'MISSING_SCOPES')
    if (this.properties.includes(given.name)) return refusal(409, 'OBJECT_ALREADY_EXISTS')
    this.properties.push(given.name)
    return { status: 201, body: { options: [], ...given } }
  }

  #owners(query: URLSearchParams): Answer {
    const email = query.get('email')?.toLowerCase()
    return { status: 200, body: { results: this.owners.filter((one) => !email || one.email === email) } }
  }

  #readNotes({ inputs, properties }: { inputs: { id: string }[]; properties: string[] }): Answer {
    const results = inputs.flatMap(({ id }) => {
      const note = this.notes.get(id)
      return note ? [shown(note, properties)] : []
    })
    return { status: 200, body: { status: 'COMPLETE', results, startedAt: AT, completedAt: AT } }
  }
}

function shown({ of: _, ...record }: Kept, names: string[] = []) {
  return {
    ...record,
    properties: Object.fromEntries(names.map((name) => [name, record.properties[name] ?? null])),
  }
}

function stage(id: string, label: string, metadata: Record<string, string>) {
  const more = {
    archived: false,
    createdAt: AT,
    updatedAt: AT,
    writePermissions: 'CRM_PERMISSIONS_ENFORCEMENT',
  }
  return { id, label, metadata, displayOrder: 0, ...more }
}

function pipeline(id: string, label: string, stages: ReturnType<typeof stage>[]) {
  const inOrder = stages.map((one, at) => ({ ...one, displayOrder: at })).toReversed()
  return { id, label, displayOrder: 0, stages: inOrder, archived: false, createdAt: AT, updatedAt: AT }
}

function owner(id: string, email: string, firstName: string, lastName: string) {
  const more = { userId: Number(id), createdAt: AT, updatedAt: AT, archived: false, type: 'PERSON' }
  return { id, email, firstName, lastName, ...more }
}

const refusal = (status: number, category: string, errors: object[] = []) => ({
  status,
  body: { status: 'error', message: `Refused: ${category}`, category, correlationId: randomUUID(), errors },
})
const wrongValue = (name: string, code: string, message: string) =>
  refusal(400, 'VALIDATION_ERROR', [{ message, code, context: { propertyName: [name] } }])
const invalidOption = (name: string) =>
  wrongValue(name, 'INVALID_OPTION', 'was not one of the allowed options')
const unknownProperty = (name: string) =>
  wrongValue(name, 'PROPERTY_DOESNT_EXIST', `Property "${name}" does not exist`)
