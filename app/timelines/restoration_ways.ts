import type { AuthorizationResponse } from '@adonisjs/bouncer'
import type { HttpContext } from '@adonisjs/core/http'
import Customer from '#app/customers/customer'
import { customerSystem } from '#app/customers/customer_system'
import CustomerPolicy from '#app/customers/customer_policy'
import { customerValidator, formOf } from '#app/customers/customer_validator'
import type User from '#app/identity/user'
import UserPolicy from '#app/identity/user_policy'
import { userValidator } from '#app/identity/user_validator'
import type Lead from '#app/leads/lead'
import LeadPolicy from '#app/leads/lead_policy'
import { leadValidator } from '#app/leads/lead_validator'
import type Tenant from '#app/tenancy/tenant'
import TenantPolicy from '#app/tenancy/tenant_policy'
import { companyValidator } from '#app/tenancy/company_validator'
import type { RecordSubject } from '#app/timelines/record_subjects'

type Row = { id: string }
type Bouncer = HttpContext['bouncer']
type Values = Record<string, unknown>

/** How a record takes an earlier value: through the rights, the validator and the verb of any other change. */
type Way<R extends Row> = {
  fields: readonly string[]
  ask(bouncer: Bouncer, record: R): Promise<AuthorizationResponse>
  validated(values: Values, record: R, ctx: HttpContext): Promise<Values>
  /** The validator wants the whole record, not the changed field alone. */
  isWhole: boolean
  change(record: R, values: Values): Promise<void>
}

const way = <R extends Row>(one: Way<R>) => one as unknown as Way<Row>

export const WAYS: Partial<Record<RecordSubject, Way<Row>>> = {
  customers: way<Customer>({
    fields: Customer.history,
    ask: (bouncer, customer) => bouncer.with(CustomerPolicy).execute('update', customer),
    validated: (values, customer, ctx) => customerValidator.validate(values, formOf(ctx, customer)),
    isWhole: true,
    change: (customer, values) => customerSystem.change(customer, values),
  }),
  leads: way<Lead>({
    fields: ['contactName', 'contactPhone', 'contactEmail', 'address', 'summary'],
    ask: (bouncer, lead) => bouncer.with(LeadPolicy).execute('update', lead),
    validated: (values, lead, { user, tenant }) =>
      leadValidator.validate(values, {
        meta: { country: tenant.country, writing: user.fields('leads').over(lead) },
      }),
    isWhole: false,
    change: (lead, values) => lead.revise(values),
  }),
  members: way<User>({
    fields: ['name', 'phone'],
    ask: (bouncer) => bouncer.with(UserPolicy).execute('update'),
    validated: async (values, member, { tenant }) => {
      const given = { name: member.name, phone: member.phone, role: member.role, ...values }
      const { name, phone } = await userValidator.validate(given, { meta: { country: tenant.country } })
      return { name, phone }
    },
    isWhole: false,
    change: (member, values) => member.change(values),
  }),
  company: way<Tenant>({
    fields: ['name', 'timeZone', 'country', 'currency', 'locale', 'brandColor', 'phone', 'email', 'website'],
    ask: (bouncer) => bouncer.with(TenantPolicy).execute('update'),
    validated: (values) => companyValidator.validate(values),
    isWhole: true,
    change: (tenant, values) => tenant.change(values),
  }),
}
