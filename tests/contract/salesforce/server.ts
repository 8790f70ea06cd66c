import { checkExchange } from '#tests/contract/salesforce/checks'
import { parse } from '#tests/contract/salesforce/soql'
import { Leads } from '#tests/contract/salesforce/leads'
import { Sales } from '#tests/contract/salesforce/sales'
import { OauthDesk } from '#tests/contract/oauth_desk'
import { VendorServer, type Answer, type Asked, type Exchange } from '#tests/contract/vendor_server'

type Fields = Record<string, string | null>
type Part = { method: string; url: string; referenceId: string; body: Fields }

export const APP = {
  domain: 'brightwater.my.salesforce.com',
  clientId: '3MVG9aConsumerKey',
  clientSecret: 'a consumer secret',
}
const PLAIN = [
  'FirstName',
  'LastName',
  'Email',
  'Phone',
  'MailingStreet',
  'MailingPostalCode',
  'MailingCity',
  'MailingState',
  'MailingCountry',
  'Description',
  'AccountId',
]
const KEY_FIELD = 'Latchkey_Key__c'
const OWN = ['Gate_Code__c', 'District__c', KEY_FIELD]
const CODES = ['MailingStateCode', 'MailingCountryCode']
const DATA = /^\/services\/data\/v67\.0/

/** Answers as Salesforce's guide to its REST API says, from memory; every exchange is held against our description of it. */
export class SalesforceServer extends VendorServer {
  #contacts = new Map<string, Fields>()
  #sessions = new Set<string>()
  #ended: Fields[] = []
  #made = 0
  /** Companies may choose states and countries from lists. */
  hasCodes = false
  /** Companies have to make the field for keys themselves. */
  hasKeyField = true
  /** At which host it says that the company is. */
  instanceUrl?: string
  usage = 'api-usage=18/5000'
  isAppTaken = true
  readonly desk = new OauthDesk([`${process.env.APP_URL}/oauth/callback`])
  /** What is sold to the contacts. */
  readonly sales: Sales = new Sales(
    (id) => this.#contacts.has(id),
    (id) => this.leads.isOpen(id)
  )
  readonly leads: Leads = new Leads(
    this.sales,
    () => [...this.#contacts.values()],
    () => this.hasCodes
  )

  get size() {
    return this.#contacts.size
  }

  get signIns() {
    return this.exchanges.filter(({ path }) => path === '/services/oauth2/token').length
  }

  contact(id: string) {
    return this.#contacts.get(id) ?? null
  }

  /** Somebody deleted them there, or merged them into another. */
  drop(id: string, into: string | null = null) {
    const contact = this.#contacts.get(id)!
    this.#contacts.delete(id)
    this.#ended.push({
      ...contact,
      IsDeleted: 'true',
      MasterRecordId: into,
      SystemModstamp: stampOf(new Date()),
    })
    if (into) this.#touch(this.#contacts.get(into)!, {})
  }

  /** What another changes there. */
  alter(id: string, fields: Fields) {
    this.#touch(this.#contacts.get(id)!, fields)
  }

  /** Somebody whom another made there. */
  make(fields: Fields) {
    return (this.#create(fields).body as { id: string }).id
  }

  /** As an administrator may, or the time of a session. */
  endSessions() {
    this.#sessions.clear()
  }

  protected check(exchange: Exchange) {
    return checkExchange(exchange)
  }

  /** Signing in is not what fails. */
  protected mayFail({ path }: Asked) {
    return DATA.test(path)
  }

  protected answer(asked: Asked): Answer {
    if (!DATA.test(asked.path)) return this.#open(asked)
    const isKnown = this.#sessions.has(asked.token) || this.desk.takes(asked.token)
    const answer = isKnown
      ? this.#data(asked)
      : refusal(401, 'INVALID_SESSION_ID', 'Session expired or invalid')
    return { ...answer, headers: { 'sforce-limit-info': this.usage } }
  }

  #open({ path, body }: Asked): Answer {
    if (path === '/services/oauth2/revoke') return this.desk.revoke(body)
    if (path !== '/services/oauth2/token') return { status: 200, body: VERSIONS }
    const { grant_type: kind } = body as Fields
    this.desk.account = { ...this.#org, token_type: 'Bearer', expires_in: undefined, scopes: undefined }
    return kind === 'client_credentials' ? this.#signIn(body) : this.desk.answer(body)
  }

  get #org() {
    const id = `${this.url}/id/00D5e000001N20QEAS/0055e000003E8ooAAC`
    return { instance_url: this.instanceUrl ?? this.url, id, scope: 'api refresh_token' }
  }

  #data({ method, path, query, body, headers }: Asked): Answer {
    if (path.endsWith('/composite')) return this.#together(body)
    if (path.includes('/composite/sobjects/Contact/')) return this.#upsertAll(path, body)
    const asked =
      this.leads.answer({ method, path, query, body, headers }) ??
      this.sales.answer({ method, path, query, body })
    if (asked) return asked
    if (path.endsWith('/query')) return this.#query(query.get('q')!, [...this.#contacts.values()])
    if (path.endsWith('/queryAll'))
      return this.#query(query.get('q')!, [...this.#contacts.values(), ...this.#ended])
    if (path.endsWith('/describe')) return { status: 200, body: this.#description() }
    if (method === 'POST') return this.#create(body)
    const [name, last] = path.split('/').slice(-2)
    const key = name === 'Contact' ? null : decodeURIComponent(last)
    if (key && !this.#fields.includes(name))
      return refusal(404, 'NOT_FOUND', 'The requested resource does not exist')
    const contact = key
      ? [...this.#contacts.values()].find((one) => one[name] === key)
      : this.#contacts.get(last)
    if (key && method === 'PATCH' && !contact) return this.#create({ ...(body as Fields), [name]: key })
    if (!contact) return refusal(404, 'NOT_FOUND', 'The requested resource does not exist')
    if (method === 'PATCH') {
      const changed = this.#change(contact, body)
      return key && changed.status === 204
        ? { status: 200, body: { id: contact.Id, success: true, created: false, errors: [] } }
        : changed
    }
    return { status: 200, body: this.#shown(contact, query.get('fields')!.split(',')) }
  }

  #signIn({ client_id: id, client_secret: secret }: Record<string, string>): Answer {
    if (!this.isAppTaken || id !== APP.clientId || secret !== APP.clientSecret)
      return {
        status: 400,
        body: { error: 'invalid_client', error_description: 'invalid client credentials' },
      }
    const token = `00D5e000001N20Q!${this.#sessions.size}${Math.random()}`
    this.#sessions.add(token)
    return {
      status: 200,
      body: {
        access_token: token,
        ...this.#org,
        token_type: 'Bearer',
        issued_at: String(Date.now()),
        signature: 'c2lnbmF0dXJl',
      },
    }
  }

  get #fields() {
    const own = OWN.filter((name) => this.hasKeyField || name !== KEY_FIELD)
    return [...PLAIN, ...own, ...(this.hasCodes ? CODES : [])]
  }

  #description() {
    const fixed = ['Id', 'Name', 'CreatedDate', 'LastModifiedDate', 'SystemModstamp']
    const fields = [...fixed, ...this.#fields].map((name) => ({
      name,
      label: name.replace('__c', '').replaceAll('_', ' '),
      type: TYPES[name] ?? 'string',
      custom: name.endsWith('__c'),
      createable: !fixed.includes(name),
      updateable: !fixed.includes(name),
      nillable: name !== 'LastName',
      defaultedOnCreate: false,
      externalId: name === KEY_FIELD,
      length: 80,
      picklistValues: name === 'District__c' ? DISTRICTS : [],
    }))
    return { name: 'Contact', createable: true, fields }
  }

  #touch(contact: Fields, fields: Fields) {
    const at = stampOf(new Date())
    named(Object.assign(contact, kept(fields), { LastModifiedDate: at, SystemModstamp: at }))
  }

  #create(fields: Fields): Answer {
    const wrong = this.#wrongIn(fields, true)
    if (wrong) return wrong
    const id = `0035e00000${String(++this.#made).padStart(5, '0')}AAA`
    const at = stampOf(new Date())
    const stamps = { CreatedDate: at, LastModifiedDate: at, SystemModstamp: at }
    this.#contacts.set(id, named({ ...kept(fields), ...stamps, Id: id }))
    return { status: 201, body: { id, success: true, errors: [] } }
  }

  #change(contact: Fields, fields: Fields): Answer {
    const wrong = this.#wrongIn(fields, false)
    if (wrong) return wrong
    this.#touch(contact, fields)
    return { status: 204 }
  }

  #wrongIn(fields: Fields, isNew: boolean): Answer | undefined {
    const strange = Object.keys(fields).find((name) => !this.#fields.includes(name))
    if (strange)
      return refusal(400, 'INVALID_FIELD', `No such column '${strange}' on sobject of type Contact`)
    if (isNew && !fields.LastName)
      return refusal(400, 'REQUIRED_FIELD_MISSING', 'Required fields are missing: [LastName]', ['LastName'])
    if (fields.Email && !/^\S+@\S+\.\S+$/.test(fields.Email))
      return refusal(400, 'INVALID_EMAIL_ADDRESS', `Email: invalid email address: ${fields.Email}`, ['Email'])
    if (fields.AccountId && !this.sales.accounts.has(fields.AccountId))
      return refusal(400, 'INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id')
    if (this.hasCodes && fields.MailingCountry)
      return refusal(400, 'FIELD_INTEGRITY_EXCEPTION', 'There is a problem with this country', [
        'MailingCountry',
      ])
  }

  /** All of them or none; one may name what another made. */
  #together({ compositeRequest: requests }: { compositeRequest: Part[] }): Answer {
    const made = new Map<string, string>()
    const answers = requests.map(({ method, url, body, referenceId }) => {
      const words = JSON.stringify(body).replaceAll(
        /@\{(\w+)\.id\}/g,
        (_, name: string) => made.get(name) ?? ''
      )
      const own = JSON.parse(words) as never
      const answer = this.#data({ method, path: url, query: new URLSearchParams(), token: '', body: own })
      const { id } = (answer.body ?? {}) as { id?: string }
      if (id) made.set(referenceId, id)
      return { referenceId, httpHeaders: {}, httpStatusCode: answer.status, body: answer.body ?? null }
    })
    if (answers.every(({ httpStatusCode }) => httpStatusCode < 400))
      return { status: 200, body: { compositeResponse: answers } }
    for (const id of made.values()) this.sales.accounts.delete(id)
    const halted = [{ errorCode: 'PROCESSING_HALTED', message: 'The transaction was rolled back' }]
    const told = answers.map((one) =>
      one.httpStatusCode < 400 ? { ...one, httpStatusCode: 400, body: halted } : one
    )
    return { status: 200, body: { compositeResponse: told } }
  }

  /** Each by itself. */
  #upsertAll(path: string, { records }: { records: (Fields & { attributes: unknown })[] }): Answer {
    const name = path.split('/').at(-1)!
    if (!this.#fields.includes(name))
      return refusal(404, 'NOT_FOUND', 'The requested resource does not exist')
    const saved = records.map(({ attributes: _, ...fields }) => {
      const known = [...this.#contacts.values()].find((one) => one[name] === fields[name])
      const { status, body } = known ? this.#change(known, fields) : this.#create(fields)
      const [error] = status >= 400 ? (body as { errorCode: string; message: string }[]) : []
      if (error) return { success: false, errors: [{ statusCode: error.errorCode, message: error.message }] }
      const id = known ? known.Id : (body as { id: string }).id
      return { id, success: true, created: !known, errors: [] }
    })
    return { status: 200, body: saved }
  }

  #query(soql: string, contacts: Fields[]): Answer {
    try {
      const { fields, from, where, order, limit } = parse(soql)
      if (from !== 'Contact') throw new Error(`sObject type '${from}' is not supported`)
      const all = contacts.filter(where)
      if (order[0] === 'SystemModstamp') all.sort(byModstamp)
      else if (order[0] === 'Id') all.sort(byId)
      else all.reverse()
      const found = all.slice(0, limit)
      const records = found.map((contact) => this.#shown(contact, fields))
      return { status: 200, body: { totalSize: records.length, done: true, records } }
    } catch (error) {
      return refusal(400, 'MALFORMED_QUERY', (error as Error).message)
    }
  }

  #shown(contact: Fields, names: string[]) {
    const url = `/services/data/v67.0/sobjects/Contact/${contact.Id}`
    const shown = Object.fromEntries(names.map((name) => [name, contact[name] ?? null]))
    return { attributes: { type: 'Contact', url }, ...shown, Id: contact.Id }
  }
}

const TYPES: Record<string, string> = {
  Email: 'email',
  Phone: 'phone',
  CreatedDate: 'datetime',
  LastModifiedDate: 'datetime',
  SystemModstamp: 'datetime',
  District__c: 'picklist',
}
const DISTRICTS = ['north', 'south'].map((value) => ({ value, label: value.toUpperCase(), active: true }))

const orderOf = ({ SystemModstamp: at, Id: id }: Fields) => `${at} ${id}`
const byId = (one: Fields, other: Fields) => (one.Id! < other.Id! ? -1 : 1)
const byModstamp = (one: Fields, other: Fields) => (orderOf(one) < orderOf(other) ? -1 : 1)

const VERSIONS = [
  { label: "Summer '25", url: '/services/data/v64.0', version: '64.0' },
  { label: "Summer '26", url: '/services/data/v67.0', version: '67.0' },
  { label: 'A newer one', url: '/services/data/v99.0', version: '99.0' },
]

const refusal = (status: number, errorCode: string, message: string, fields: string[] = []) => ({
  status,
  body: [{ errorCode, message, fields }],
})

const kept = (fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, value?.trim() || null]))

const named = (contact: Fields) =>
  Object.assign(contact, { Name: [contact.FirstName, contact.LastName].filter(Boolean).join(' ') })

// With an offset and without a colon, as the vendor writes them.
const stampOf = (at: Date) => at.toISOString().replace('Z', '+0000')
