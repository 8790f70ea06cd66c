import { parse } from '#tests/contract/salesforce/soql'
import { refusal, shown, type Fields, type Sales } from '#tests/contract/salesforce/sales'
import type { Answer, Asked } from '#tests/contract/vendor_server'

type Request = Omit<Asked, 'token' | 'body'> & { body: never }

const KEY_FIELD = 'Latchkey_Key__c'
const WRITTEN = [
  'FirstName',
  'LastName',
  'Company',
  'Email',
  'Phone',
  'Street',
  'PostalCode',
  'City',
  'State',
  'Country',
  'StateCode',
  'CountryCode',
  'Description',
  'Status',
  'OwnerId',
]
const READ = [
  'IsConverted',
  'ConvertedOpportunityId',
  'ConvertedContactId',
  'ConvertedAccountId',
  'IsDeleted',
  'MasterRecordId',
]
const LEADS = /\/sobjects\/Lead(?:\/(\w+)(?:\/([^/]+))?)?$/

/** Leads, as far as Salesforce's guides tell: nobody changes one that was converted. */
export class Leads {
  readonly kept = new Map<string, Fields>()
  /** What lies in the recycle bin. */
  #ended: Fields[] = []
  #made = 0
  readonly statuses: Fields[] = [
    status('Open - Not Contacted'),
    status('Working - Contacted', { MasterLabel: 'Working on it' }),
    status('Closed - Converted', { IsConverted: 'true' }),
    status('Closed - Not Converted'),
  ]
  /** Whether the one we come in as may see leads at all. */
  isAllowed = true
  /** Companies have to make the field for keys themselves. */
  hasKeyField = true
  /** What a rule for duplicates does with a lead who is a contact already. */
  duplicates: 'alert' | 'block' = 'alert'
  /** Whom a rule gives each lead to that is written, unless it is told not to. */
  assignsTo?: string

  constructor(
    private sales: Sales,
    private contacts: () => Fields[],
    /** Whether the company chooses countries from a list. */
    private hasCodes: () => boolean
  ) {}

  /** A salesperson converts it: into an opportunity, and the contact that there was. */
  convert(id: string, { contactId, withDeal = true }: { contactId: string; withDeal?: boolean }) {
    const lead = this.kept.get(id)!
    const made = withDeal ? this.sales.make({ Name: lead.Company, ContactId: contactId }) : null
    Object.assign(lead, { IsConverted: 'true', Status: 'Closed - Converted', ConvertedContactId: contactId })
    lead.ConvertedOpportunityId = made
    return made
  }

  /** Somebody deletes it there, or merges it into another; what was said of it goes over to that. */
  drop(id: string, into: string | null = null) {
    this.#ended.push({ ...this.kept.get(id)!, IsDeleted: 'true', MasterRecordId: into })
    this.kept.delete(id)
    for (const task of this.sales.tasks.values()) if (into && task.WhoId === id) task.WhoId = into
  }

  /** As it empties itself after 15 days. */
  emptyBin() {
    this.#ended = []
  }

  /** Whether a task may be of it. */
  isOpen(id: string) {
    const lead = this.kept.get(id)
    return lead !== undefined && lead.IsConverted !== 'true'
  }

  /** What is asked of leads; nothing for what is asked of anything else. */
  answer({ method, path, query, body, headers = {} }: Request): Answer | undefined {
    const soql = /\/query(?:All)?$/.test(path) ? query.get('q')! : ''
    if (/\bFROM LeadStatus\b/.test(soql)) return this.#query('LeadStatus', soql, this.statuses)
    if (/\bFROM Lead\b/.test(soql)) {
      const ended = path.endsWith('All') ? this.#ended : []
      return this.#query('Lead', soql, [...this.kept.values(), ...ended])
    }
    const [whole, name, key] = LEADS.exec(path) ?? []
    if (!whole) return
    if (name === 'describe') return this.#describe()
    if (!this.isAllowed)
      return refusal(403, 'INSUFFICIENT_ACCESS_OR_READONLY', 'insufficient access rights on object id')
    const says = (header: string) => String(headers[header] ?? '')
    const way = {
      isForced: says('sforce-duplicate-rule-header').includes('allowSave=true'),
      isAssigned: says('sforce-auto-assign').toUpperCase() !== 'FALSE',
    }
    if (key !== undefined && name !== KEY_FIELD) return missing()
    if (key !== undefined && !this.hasKeyField) return missing()
    const known = key === undefined ? this.kept.get(name) : this.#byKey(decodeURIComponent(key))
    if (method === 'GET')
      return known ? { status: 200, body: shown('Lead', known, query.get('fields')!.split(',')) } : missing()
    if (known) return this.#change(known, body, { ...way, isUpsert: key !== undefined })
    return key === undefined
      ? missing()
      : this.#create({ ...(body as Fields), [KEY_FIELD]: decodeURIComponent(key) }, way)
  }

  #byKey(key: string) {
    return [...this.kept.values()].find((one) => one[KEY_FIELD] === key)
  }

  #create(fields: Fields, { isForced, isAssigned }: { isForced: boolean; isAssigned: boolean }): Answer {
    const lacking = ['LastName', 'Company'].filter((name) => !fields[name])
    if (lacking.length > 0)
      return refusal(400, 'REQUIRED_FIELD_MISSING', `Required fields are missing: [${lacking}]`)
    const wrong = this.#wrongIn(fields)
    if (wrong) return wrong
    const isAlike = this.contacts().some((one) => one.LastName === fields.LastName)
    if (isAlike && (this.duplicates === 'block' || !isForced))
      return refusal(400, 'DUPLICATES_DETECTED', "You're creating a duplicate record.")
    const id = `00Q5e00000${String(++this.#made).padStart(5, '0')}AAA`
    const given = isAssigned && this.assignsTo ? { OwnerId: this.assignsTo } : {}
    const own = { OwnerId: this.sales.users[0].Id, Status: this.statuses[0].ApiName, IsConverted: 'false' }
    this.kept.set(id, { ...own, ...fields, ...given, Id: id })
    return { status: 201, body: { id, success: true, created: true, errors: [] } }
  }

  #change(
    lead: Fields,
    fields: Fields,
    { isAssigned, isUpsert }: { isAssigned: boolean; isUpsert: boolean }
  ): Answer {
    if (lead.IsConverted === 'true')
      return refusal(400, 'CANNOT_UPDATE_CONVERTED_LEAD', 'cannot reference converted lead')
    const wrong = this.#wrongIn(fields)
    if (wrong) return wrong
    Object.assign(lead, fields, isAssigned && this.assignsTo ? { OwnerId: this.assignsTo } : {})
    return isUpsert
      ? { status: 200, body: { id: lead.Id, success: true, created: false, errors: [] } }
      : { status: 204 }
  }

  #wrongIn(fields: Fields) {
    const strange = Object.keys(fields).find((name) => ![...WRITTEN, KEY_FIELD].includes(name))
    if (strange) return refusal(400, 'INVALID_FIELD', `No such column '${strange}' on sobject of type Lead`)
    const { OwnerId, Status, Country } = fields
    if (Country && this.hasCodes())
      return refusal(400, 'FIELD_INTEGRITY_EXCEPTION', 'There is a problem with this country')
    if (OwnerId && !this.sales.users.some(({ Id }) => Id === OwnerId))
      return refusal(400, 'INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id')
    if (
      Status &&
      !this.statuses.some(({ ApiName, IsConverted }) => ApiName === Status && IsConverted !== 'true')
    )
      return refusal(
        400,
        'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
        `bad value for restricted picklist field`
      )
  }

  #describe(): Answer {
    if (!this.isAllowed) return missing()
    const names = ['Id', ...WRITTEN, ...READ, ...(this.hasKeyField ? [KEY_FIELD] : [])]
    const fields = names.map((name) => ({
      name,
      label: name,
      type: 'string',
      externalId: name === KEY_FIELD,
    }))
    return { status: 200, body: { name: 'Lead', createable: true, fields } }
  }

  #query(object: 'LeadStatus' | 'Lead', soql: string, rows: Fields[]): Answer {
    if (!this.isAllowed) return refusal(400, 'INVALID_TYPE', `sObject type '${object}' is not supported.`)
    const { fields, where, limit } = parse(soql)
    const records = rows.filter(where).slice(0, limit)
    const body = { totalSize: records.length, done: true }
    return {
      status: 200,
      body: { ...body, records: records.map((one) => shown(object, one, fields)) },
    }
  }
}

function status(ApiName: string, more: Fields = {}): Fields {
  const Id = `01J5e00001${ApiName.slice(-5).replaceAll(/\W/g, '0').padEnd(5, '0')}EAA`
  return { Id, ApiName, MasterLabel: ApiName, IsConverted: 'false', IsDefault: 'false', ...more }
}

const missing = () => refusal(404, 'NOT_FOUND', 'The requested resource does not exist')
