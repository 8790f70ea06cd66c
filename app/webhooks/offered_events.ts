import type { EventDefinition } from '#app/platform/events/events'
import * as customers from '#app/customers/customer_events'
import * as members from '#app/identity/user_events'
import * as leadFlows from '#app/lead_flows/lead_flow_events'
import * as leads from '#app/leads/lead_events'
import * as messages from '#app/messages/message_events'
import * as orders from '#app/orders/order_events'
import * as visits from '#app/orders/visit_events'
import * as codes from '#app/qr_codes/qr_code_events'

const HEARD: object[] = [leads, messages, customers, orders, visits, codes, leadFlows, members]
const ABOUT_EXPORTS = /\.exported$/

const isDefinition = (one: unknown): one is EventDefinition =>
  typeof one === 'object' && one !== null && 'record' in one

/**
 * What an endpoint can hear: all that happens to a company's records and its team. What bears on sign-in, tokens, exports and
 * support stays in the audit log. A new event of these files is offered by itself, since events carry ids and facts only.
 */
export const OFFERED = HEARD.flatMap((file) => Object.values(file))
  .filter(isDefinition)
  .filter(({ name }) => !ABOUT_EXPORTS.test(name))
  .sort((one, other) => (one.name < other.name ? -1 : 1))

export const OFFERED_NAMES = OFFERED.map(({ name }) => name)

/** Sent on request, to see whether it arrives. */
export const TEST_EVENT = 'webhook.test'
