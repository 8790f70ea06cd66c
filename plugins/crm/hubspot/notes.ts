import type { CrmNote } from '#plugins/crm/contract'
import { CrmGoneError } from '#plugins/crm/errors'
import { ifAllowed } from '#plugins/crm/permission'
import { ID, OBJECTS, type HubSpotClient } from '#plugins/crm/hubspot/client'
import type { Contact } from '#plugins/crm/hubspot/mapper'

type On = { customerId: string; dealId?: string }
type WithNotes = { id: string; associations?: { notes?: { results: { id: string }[] } } }

const FORBIDDEN = 'HubSpot does not let us write notes. Let the token read and write contacts and deals.'
/** HubSpot's numbers for “note of a contact” and “note of a deal”. */
const OF = { contacts: 202, deals: 214 }
const LONGEST = 60_000
const READ_AT_ONCE = 100

/** Notes on records, told apart by their moment: they are read as they belong to a record, since a search comes later. */
export class HubSpotNotes {
  constructor(private client: HubSpotClient) {}

  add(note: CrmNote, on: On) {
    return ifAllowed(FORBIDDEN, this.#addOnce(note, on))
  }

  async #addOnce({ text, at }: CrmNote, { customerId, dealId }: On) {
    const contact = await this.#find('contacts', customerId)
    const deal = dealId === undefined ? null : await this.#find('deals', dealId)
    if (!contact) throw new CrmGoneError()
    if (dealId !== undefined && !deal) throw new CrmGoneError('deal')
    if (await this.#isAmong(notesOf(deal ?? contact), at)) return
    await this.client.call('POST', `${OBJECTS}/notes`, {
      properties: { hs_timestamp: at, hs_note_body: asHtml(text.slice(0, LONGEST)) },
      associations: [belongsTo('contacts', contact.id), ...(deal ? [belongsTo('deals', deal.id)] : [])],
    })
  }

  /** With its notes; `null`: there is no such record. By the id of one that was merged, the other comes without its notes. */
  async #find(kind: keyof typeof OF, id: string): Promise<WithNotes | null> {
    const path = `${OBJECTS}/${kind}/${id}?associations=notes`
    const record = ID.test(id) ? await this.client.call<WithNotes>('GET', path) : null
    return record && record.id !== id ? this.#find(kind, record.id) : record
  }

  async #isAmong(ids: string[], at: string) {
    for (let from = 0; from < ids.length; from += READ_AT_ONCE) {
      const inputs = ids.slice(from, from + READ_AT_ONCE).map((id) => ({ id }))
      const body = { inputs, properties: ['hs_timestamp'], propertiesWithHistory: [] }
      const answer = await this.client.call<{ results: Contact[] }>(
        'POST',
        `${OBJECTS}/notes/batch/read`,
        body
      )
      const isThere = answer!.results.some((one) => momentOf(one) === Date.parse(at))
      if (isThere) return true
    }
    return false
  }
}

const notesOf = ({ associations }: WithNotes) => (associations?.notes?.results ?? []).map(({ id }) => id)

const belongsTo = (kind: keyof typeof OF, id: string) => ({
  to: { id },
  types: [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: OF[kind] }],
})

const momentOf = ({ properties: { hs_timestamp: at } }: Contact) => Date.parse(at ?? '')

const SIGNS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\n': '<br>' }
/** HubSpot shows notes as HTML. */
const asHtml = (text: string) => text.replace(/[&<>"\n]/g, (sign) => SIGNS[sign])
