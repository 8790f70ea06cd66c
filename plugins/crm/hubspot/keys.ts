import { CrmNeedsReconnectError, CrmNotSupportedError, CrmRejectedError } from '#plugins/crm/errors'
import {
  DESCRIPTIONS,
  OBJECTS,
  TakenValueError,
  UnknownPropertyError,
  type HubSpotClient,
} from '#plugins/crm/hubspot/client'
import type { Contact } from '#plugins/crm/hubspot/mapper'

const GROUPS = { contacts: 'contactinformation', deals: 'dealinformation' }
const KEYS = 'keep a key: the token may not add a field for it'
export const KEY = 'latchkey_key'

/** The property by which a record is made once; it is made in the company's HubSpot with the first record that needs it. */
export class HubSpotKeys {
  constructor(
    private client: HubSpotClient,
    private kind: keyof typeof GROUPS
  ) {}

  /** Read by its key and not searched for: a search knows nothing of what was written a moment ago. */
  find(key: string, properties: readonly string[]) {
    const query = new URLSearchParams({ properties: properties.join(), idProperty: KEY })
    const path = `${OBJECTS}/${this.kind}/${encodeURIComponent(key)}?${query}`
    return this.client.call<Contact>('GET', path).catch(nothingWhenRefused)
  }

  /** `send` makes a record with a key: HubSpot itself refuses a second one of it. */
  async once<Made>(send: () => Promise<Made>, find: () => Promise<Made | null>) {
    try {
      return await send()
    } catch (error) {
      const known = error instanceof TakenValueError && (await find())
      if (known) return known
      if (!isUnknownKey(error)) throw error
      await this.add()
      return send()
    }
  }

  async add() {
    const property = {
      name: KEY,
      label: 'Latchkey key',
      description: 'Tells Latchkey which of its records this is. Please leave it as it is.',
      groupName: GROUPS[this.kind],
      type: 'string',
      fieldType: 'text',
      hasUniqueValue: true,
      formField: false,
    }
    const path = `${DESCRIPTIONS}/${this.kind}`
    await this.client.call('POST', path, property).catch((error: unknown) => {
      if (error instanceof CrmNeedsReconnectError) throw new CrmNotSupportedError('hubspot', KEYS)
      // Another has made it at this moment.
      if (!(error instanceof TakenValueError)) throw error
    })
  }
}

export const isUnknownKey = (error: unknown) =>
  error instanceof UnknownPropertyError && error.property === KEY

// Where the property is not there yet, nothing was made with a key.
function nothingWhenRefused(error: unknown) {
  if (error instanceof CrmRejectedError) return null
  throw error
}
