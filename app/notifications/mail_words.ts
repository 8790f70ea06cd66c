import { DateTime } from 'luxon'
import { placeOf, type Place } from '#app/lead_flows/place'
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
  {
    language = null,
    ...around
  }: Pick<Letter, 'quote' | 'facts' | 'entries' | 'action'> & { language?: string | null }
): Promise<Worded> {
  const wording = await Wording.of({ kind, language })
  const letter = { ...wording.letter(values), ...around }
  return { letter, version: wording.version, templateId: wording.template?.id ?? null }
}

/** How a customer reads: the language in which they wrote, else that of the company. */
export function customerPlace({ language }: Lead, tenant: Tenant): Place {
  const isOwn = !language || tenant.locale.startsWith(language)
  return isOwn ? { ...placeOf(tenant), locale: tenant.locale } : placeOf(tenant, language)
}

export const requestValues = (lead: Lead, tenant: Tenant) => ({
  customer_name: lead.contactName,
  company_name: tenant.name,
  request_number: lead.reference,
  request_summary: lead.summary,
})

/** A visit in words: the customer's, unless the office reads them. */
export function visitValues(
  lead: Lead,
  { startsAt, endsAt, note }: Visit,
  tenant: Tenant,
  { locale, timeZone }: Pick<Place, 'locale' | 'timeZone'> = customerPlace(lead, tenant)
) {
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

/** A window as the office reads it. */
export function windowInWords(
  { startsAt, endsAt }: { startsAt: DateTime; endsAt: DateTime },
  { locale, timeZone }: Tenant
) {
  const [from, to] = [startsAt, endsAt].map((moment) => moment.setZone(timeZone).setLocale(locale))
  const hours = [from, to].map((at) => at.toLocaleString(DateTime.TIME_SIMPLE)).join(' – ')
  return `${from.toLocaleString(DateTime.DATE_MED_WITH_WEEKDAY)}, ${hours}`
}
