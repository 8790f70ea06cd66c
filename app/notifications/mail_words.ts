import { DateTime } from 'luxon'
import { sayIn } from '#app/platform/say'
import type { Letter } from '#app/platform/sending/letter'
import type Lead from '#app/leads/lead'
import type Visit from '#app/orders/visit'
import type Tenant from '#app/tenancy/tenant'
import { Wording } from '#app/message_templates/wording'
import type { TemplateKindName } from '#app/message_templates/template_kinds'
import type { Values } from '#app/message_templates/template_text'

/** A letter, and which version of whose words it has. */
export type Worded = { letter: Letter; version: number; templateId: string | null }

/** A letter in the words of the company, or of the product, inside what the product says around them. */
export async function worded(
  kind: TemplateKindName,
  values: Values,
  { language = null, ...around }: Pick<Letter, 'quote' | 'facts' | 'action'> & { language?: string | null }
): Promise<Worded> {
  const wording = await Wording.of({ kind, language })
  const letter = { ...wording.letter(values), ...around }
  return { letter, version: wording.version, templateId: wording.template?.id ?? null }
}

/** How a customer reads: the language in which they wrote, else that of the company. */
export function customerPlace({ language }: Lead, { locale, country }: Tenant) {
  const isOwn = !language || locale.startsWith(language)
  const chosen = isOwn ? locale : `${language}-${country}`
  return { language, locale: chosen, say: sayIn(chosen) }
}

export const requestValues = (lead: Lead, tenant: Tenant) => ({
  customer_name: lead.contactName,
  company_name: tenant.name,
  request_number: String(lead.number),
  request_summary: lead.summary,
})

export function visitValues(lead: Lead, { startsAt, endsAt, note }: Visit, tenant: Tenant) {
  const { timeZone } = tenant
  const { locale } = customerPlace(lead, tenant)
  const inZone = (moment: DateTime, format: Intl.DateTimeFormatOptions) =>
    moment.setZone(timeZone).setLocale(locale).toLocaleString(format)
  return {
    ...requestValues(lead, tenant),
    visit_day: inZone(startsAt, DateTime.DATE_MED_WITH_WEEKDAY),
    visit_date: inZone(startsAt, DateTime.DATE_FULL),
    visit_from: inZone(startsAt, DateTime.TIME_SIMPLE),
    visit_to: inZone(endsAt, DateTime.TIME_SIMPLE),
    visit_note: note,
  }
}
