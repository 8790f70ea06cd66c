import { parse } from '#tests/contract/salesforce/soql'
import type { Answer, Asked } from '#tests/contract/vendor_server'

export type Fields = Record<string, string | null>
type Request = Omit<Asked, 'token' | 'body'> & { body: never }

const PREFIX = { Opportunity: '006', Task: '00T', Account: '001' }
type Object = keyof typeof PREFIX
const WRITTEN: Record<Object, string[]> = {
  Opportunity: ['Name', 'StageName', 'CloseDate', 'ContactId', 'AccountId', 'OwnerId', 'Description'],
  Task: ['Subject', 'Description', 'Status', 'ActivityDate', 'WhoId', 'WhatId'],
  Account: ['Name'],
}
const NEEDED: Record<Object, string[]> = {
  Opportunity: ['Name', 'StageName', 'CloseDate'],
  Task: [],
  Account: ['Name'],
}
const SOLD = /\/(?:sobjects\/(Opportunity|Task|Account)(?:\/(\w+))?|(query))$/
const AT = '2026-11-28T05:00:00.000+0000'

/** Opportunities and activities, and who owns them, as far as Salesforce's guides tell. */
export class Sales {
  readonly opportunities = new Map<string, Fields>()
  readonly tasks = new Map<string, Fields>()
  readonly accounts = new Map<string, Fields>()
  readonly stages: Fields[] = [
    stage('Prospecting'),
    stage('In Progress', { MasterLabel: 'Working on it' }),
    stage('Closed Won', { IsClosed: 'true', IsWon: 'true' }),
    stage('Closed Lost', { IsClosed: 'true' }),
    stage('Retired', { IsActive: 'false' }),
  ]
  readonly users: Fields[] = [
    user(1, 'Mia Chen', 'Mia@brightwater.example'),
    user(2, 'Robot', 'robot@brightwater.example', { UserType: 'AutomatedProcess' }),
    user(3, 'Gone', 'gone@brightwater.example', { IsActive: 'false' }),
  ]
  /** Whether the one we come in as may see opportunities at all. */
  isAllowed = true
  mayUseAccounts = true

  constructor(
    private isContact: (id: string) => boolean,
    private isOpenLead: (id: string) => boolean
  ) {}

  /** Somebody makes an opportunity there. */
  make(fields: Fields) {
    const own = { StageName: 'Prospecting', CloseDate: '2026-12-31' }
    return (this.#create('Opportunity', { ...own, ...fields }).body as { id: string }).id
  }

  /** Somebody deletes it there. */
  drop(id: string) {
    this.opportunities.delete(id)
  }

  /** What is asked of what is sold; nothing for what is asked of anything else. */
  answer({ method, path, query, body }: Request): Answer | undefined {
    const [, object, id, isQuery] = SOLD.exec(path) ?? []
    if (isQuery) return this.#query(query.get('q')!)
    if (!object) return
    if (!this.isAllowed && object === 'Opportunity')
      return refusal(403, 'INSUFFICIENT_ACCESS_OR_READONLY', 'insufficient access rights on object id')
    if (!this.mayUseAccounts && object === 'Account')
      return refusal(403, 'INSUFFICIENT_ACCESS_OR_READONLY', 'insufficient access rights on object id')
    const kind = object as Object
    if (method === 'POST') return this.#create(kind, body)
    const record = this.#rows(kind).get(id)
    if (!record) return refusal(404, 'NOT_FOUND', 'The requested resource does not exist')
    if (method === 'PATCH') return this.#wrongIn(kind, body) ?? this.#change(record, body)
    return { status: 200, body: shown(kind, record, query.get('fields')!.split(',')) }
  }

  #rows(kind: Object) {
    return { Task: this.tasks, Opportunity: this.opportunities, Account: this.accounts }[kind]
  }

  #create(kind: Object, fields: Fields): Answer {
    const missing = NEEDED[kind].filter((name) => !fields[name])
    if (missing.length > 0)
      return refusal(400, 'REQUIRED_FIELD_MISSING', `Required fields are missing: [${missing}]`)
    const wrong = this.#wrongIn(kind, fields)
    if (wrong) return wrong
    const rows = this.#rows(kind)
    const id = `${PREFIX[kind]}5e00000${String(rows.size + 1).padStart(5, '0')}AAA`
    rows.set(id, { OwnerId: this.users[0].Id, ...fields, Id: id, CreatedDate: AT })
    return { status: 201, body: { id, success: true, errors: [] } }
  }

  #change(record: Fields, fields: Fields): Answer {
    Object.assign(record, fields)
    return { status: 204 }
  }

  #wrongIn(kind: Object, fields: Fields) {
    const strange = Object.keys(fields).find((name) => !WRITTEN[kind].includes(name))
    if (strange)
      return refusal(400, 'INVALID_FIELD', `No such column '${strange}' on sobject of type ${kind}`)
    const { WhoId, ContactId, WhatId, OwnerId } = fields
    const isLost =
      (ContactId && !this.isContact(ContactId)) ||
      (WhoId && !this.isContact(WhoId) && !this.isOpenLead(WhoId)) ||
      (WhatId && !this.opportunities.has(WhatId)) ||
      (OwnerId && !this.users.some(({ Id }) => Id === OwnerId))
    if (isLost) return refusal(400, 'INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id')
  }

  #query(soql: string): Answer | undefined {
    const [, from] = /\bFROM (\w+)/.exec(soql) ?? []
    const rows = this.#rowsOf(from)
    if (!rows) return
    if (!this.isAllowed && from.startsWith('Opportunity'))
      return refusal(400, 'INVALID_TYPE', `sObject type '${from}' is not supported.`)
    const { fields, where, limit } = parse(soql)
    const records = rows
      .filter(where)
      .slice(0, limit)
      .map((row) => shown(from, row, fields))
    return { status: 200, body: { totalSize: records.length, done: true, records } }
  }

  #rowsOf(object: string): Fields[] | undefined {
    if (object === 'OpportunityStage') return this.stages
    if (object === 'User') return this.users
    if (object === 'Task') return [...this.tasks.values()].toReversed()
    // Salesforce makes a contact's part in an opportunity by itself, when it is made for the contact.
    if (object === 'OpportunityContactRole')
      return [...this.opportunities.values()].toReversed().map((one) => ({
        Id: one.Id!.replace('006', '00K'),
        ContactId: one.ContactId,
        OpportunityId: one.Id,
        'Opportunity.Description': one.Description,
      }))
  }
}

function stage(ApiName: string, more: Fields = {}) {
  const Id = `01J5e00000${ApiName.slice(0, 5).replaceAll(/\W/g, '0').padEnd(5, '0')}EAA`
  return { Id, ApiName, MasterLabel: ApiName, IsActive: 'true', IsClosed: 'false', IsWon: 'false', ...more }
}

function user(n: number, Name: string, Email: string, more: Fields = {}) {
  return {
    Id: `0055e0000${n}0000AAA`.padEnd(18, 'A'),
    Name,
    Email,
    UserType: 'Standard',
    IsActive: 'true',
    ...more,
  }
}

/** A field of a related record is given inside that record. */
export function shown(object: string, row: Fields, names: string[]) {
  const record: Record<string, unknown> = {
    attributes: { type: object, url: `/services/data/v67.0/sobjects/${object}/${row.Id}` },
  }
  for (const name of names) {
    const [own, ofRelated] = name.split('.')
    const value = /^Is[A-Z]/.test(name) ? row[name] === 'true' : (row[name] ?? null)
    if (ofRelated) record[own] = { ...(record[own] as object), [ofRelated]: value }
    else record[own] = value
  }
  return { ...record, Id: row.Id }
}

export const refusal = (status: number, errorCode: string, message: string) => ({
  status,
  body: [{ errorCode, message, fields: [] }],
})
