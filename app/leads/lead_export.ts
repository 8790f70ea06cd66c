import db from '@adonisjs/lucid/services/db'
import { displayPhone } from '#app/platform/phone'
import type User from '#app/identity/user'
import type Tenant from '#app/tenancy/tenant'
import CsvExport, { BATCH, type Column } from '#app/exports/csv_export'
import { LeadsExported } from '#app/leads/lead_events'
import LeadList, { type LeadFilters } from '#app/leads/lead_list'
import QrCode from '#app/qr_codes/qr_code'
import type { Answer } from '#app/leads/lead_submission'

type Row = {
  id: string
  number: number
  number_prefix: string
  status: string
  source: string
  summary: string
  contact_name: string
  contact_phone: string | null
  contact_email: string | null
  address: string | null
  answers: Answer[]
  assignee_name: string | null
  team_name: string | null
  short_code: string | null
  created_at: Date
  converted_at: Date | null
}

export default class LeadExport extends CsvExport<Row, LeadFilters> {
  protected subject = 'leads' as const

  constructor(user: User, tenant: Tenant, filters: LeadFilters) {
    super(LeadsExported, user, tenant, filters)
  }

  protected count() {
    return this.#list().exactCount()
  }

  protected page(after?: string) {
    return this.#list(after).page<Row>(SELECTED.map((column) => db.raw(column)))
  }

  protected columns(): Column<Row>[] {
    const { country } = this.tenant
    return [
      {
        label: 'Number',
        of: ({ number_prefix: prefix, number }) => (prefix ? `${prefix}${number}` : number),
      },
      this.at('Received', ({ created_at: at }) => at),
      { label: 'Status', of: ({ status }) => status },
      { label: 'Source', of: ({ source }) => source },
      { label: 'Name', of: ({ contact_name: name }) => name },
      {
        label: 'Phone',
        key: 'contactPhone',
        of: ({ contact_phone: phone }) => phone && displayPhone(phone, country),
      },
      { label: 'E-mail', key: 'contactEmail', of: ({ contact_email: email }) => email },
      { label: 'Address', key: 'address', of: ({ address }) => address },
      { label: 'Request', of: ({ summary }) => summary },
      { label: 'Answers', key: 'answers', of: ({ answers }) => inWords(answers) },
      { label: 'Assignee', of: ({ assignee_name: name }) => name },
      { label: 'Team', of: ({ team_name: name }) => name },
      ...(QrCode.areShownTo(this.user) ? [{ label: 'Code', of: ({ short_code: code }: Row) => code }] : []),
      this.at('Converted', ({ converted_at: at }) => at),
      { label: 'Id', of: ({ id }) => id },
    ]
  }

  #list(after?: string) {
    const filters = { ...this.filters, sort: '-createdAt' as const, limit: BATCH, after }
    return new LeadList(this.user, this.tenant, filters, 'export')
  }
}

const inWords = (answers: Answer[]) => answers.map(({ label, text }) => `${label} ${text}`).join('\n')

const SELECTED = [
  'leads.id',
  'leads.number',
  'leads.number_prefix',
  'leads.status',
  'leads.source',
  'leads.summary',
  'leads.contact_name',
  'leads.contact_phone',
  'leads.contact_email',
  'leads.address',
  'leads.answers',
  'leads.created_at',
  'leads.converted_at',
  'users.name as assignee_name',
  'qr_codes.short_code',
  '(select name from teams where teams.tenant_id = leads.tenant_id and teams.id = leads.team_id) as team_name',
]
