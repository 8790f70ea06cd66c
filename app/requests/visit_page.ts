import type { DateTime } from 'luxon'
import { publicBrand } from '#app/tenancy/public_brand'
import { placeOf, sayAt } from '#app/lead_flows/place'
import type Lead from '#app/leads/lead'
import type Visit from '#app/orders/visit'
import { languageFor } from '#app/requests/language'
import { OfferedTimes } from '#app/requests/offered_times'
import { OwnVisit } from '#app/requests/own_visit'
import type { RequestLink } from '#app/requests/request_link'
import { shownVisit } from '#app/requests/shown_visit'

/** What was chosen, and the words that say why it could not be. */
type Tried = { chosen: string; refusal: string } | null

/** What a customer reads before one of their visits is changed; null once it cannot be changed here any more. */
export async function visitPage(link: RequestLink, lead: Lead, id: string, tried: Tried = null) {
  const own = await OwnVisit.find(lead, id)
  return own.isChangeable ? changePage(link, lead, own.visit, tried) : null
}

async function changePage(link: RequestLink, lead: Lead, visit: Visit, tried: Tried) {
  const { tenant, path } = link
  const language = languageFor({ chosen: lead.language, browser: [] })
  const place = placeOf(tenant, language)
  const t = sayAt(place)
  const offered = await OfferedTimes.in(tenant.timeZone, { visitId: visit.id, leadId: lead.id })
  await visit.load('assignee')
  return {
    t,
    language,
    brand: publicBrand(tenant),
    path,
    number: lead.reference,
    visit: shownVisit(visit, place),
    booking: {
      isOpen: offered.areThereAny,
      days: offered.byDay(place, tried?.chosen ?? keyOf(visit, place.timeZone)),
      none: null,
      problem: tried && t(tried.refusal),
    },
  }
}

function keyOf({ startsAt, endsAt }: Visit, timeZone: string) {
  const at = (moment: DateTime) => moment.setZone(timeZone)
  return `${at(startsAt).toFormat("yyyy-MM-dd'T'HH:mm")}/${at(endsAt).toFormat('HH:mm')}`
}
