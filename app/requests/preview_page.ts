import { Current } from '#app/platform/database/current'
import type { Language } from '#app/platform/say'
import type Tenant from '#app/tenancy/tenant'
import type LeadFlowVersion from '#app/lead_flows/lead_flow_version'
import { RequestForm } from '#app/requests/request_form'
import { requestPage } from '#app/requests/request_page'

const SOMEBODY = {
  id: '',
  name: 'Alice Smith',
  street: 'Maple St 1420',
  phone: '+1',
  email: null,
  address: null,
}

/** The customer's form as it would be handed out with this version, to look at. */
export async function previewPage(tenant: Tenant, version: LeadFlowVersion, language?: Language) {
  const unit = { tenantId: tenant.id, actor: Current.actor }
  const entrance = {
    tenant,
    unit,
    path: '',
    key: 'preview',
    source: 'qr',
    leadFlowId: null,
    code: null,
  } as const
  const form = await RequestForm.showing({ ...entrance, customer: SOMEBODY }, version, {
    chosen: language,
    browser: [],
  })
  const page = await requestPage(form)
  return { ...page, isPreview: true, questions: page.questions.map(titled) }
}

const titled = <T extends { label: string; choices: { value: string; label: string }[] }>(question: T) => ({
  ...question,
  label: question.label || 'Untitled',
  choices: question.choices.map((one) => ({ ...one, label: one.label || '…' })),
})
