import type { CrmCompanies, CrmCompany } from '#plugins/crm/contract'
import { CrmGoneError } from '#plugins/crm/errors'
import { refuseNameless } from '#plugins/crm/company_name'
import { ifAllowed } from '#plugins/crm/permission'
import { ID, OBJECTS, type HubSpotClient } from '#plugins/crm/hubspot/client'
import type { Contact } from '#plugins/crm/hubspot/mapper'

type Company = Pick<Contact, 'id' | 'properties'>
type WithCompanies = { associations?: { companies?: { results: { id: string }[] } } }

const COMPANIES = `${OBJECTS}/companies`
const FORBIDDEN =
  'HubSpot does not let us use companies. Connect again and agree to them, or let the token read and write companies.'
/** HubSpot's number for “contact of a company”. */
const OF_CONTACT = [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 280 }]

/** Companies of contacts; which one a contact belongs to is read from the contact, since a search comes later. */
export class HubSpotCompanies implements CrmCompanies {
  constructor(private client: HubSpotClient) {}

  create(customerId: string, { name }: { name: string }) {
    refuseNameless(name)
    return ifAllowed(FORBIDDEN, this.#createOnce(customerId, name))
  }

  rename(id: string, name: string) {
    refuseNameless(name)
    return ifAllowed(FORBIDDEN, this.#write(id, name))
  }

  /** HubSpot makes a company and has the contact belong to it in one. */
  async #createOnce(customerId: string, name: string) {
    const path = `${OBJECTS}/contacts/${customerId}?associations=companies`
    const contact = ID.test(customerId) ? await this.client.call<WithCompanies>('GET', path) : null
    if (!contact) throw new CrmGoneError()
    const [first] = contact.associations?.companies?.results ?? []
    const known =
      first && (await this.client.call<Company>('GET', `${COMPANIES}/${first.id}?properties=name`))
    if (known) return toCompany(known)
    const associations = [{ to: { id: customerId }, types: OF_CONTACT }]
    const body = { properties: { name }, associations }
    return toCompany((await this.client.call<Company>('POST', COMPANIES, body))!)
  }

  async #write(id: string, name: string) {
    const body = { properties: { name } }
    const company = ID.test(id) ? await this.client.call<Company>('PATCH', `${COMPANIES}/${id}`, body) : null
    if (!company) throw new CrmGoneError('company')
    return toCompany(company)
  }
}

const toCompany = ({ id, properties }: Company): CrmCompany => ({
  id,
  name: properties.name || `Company ${id}`,
})
