import { BOOKING_MODES } from '#app/lead_flows/lead_flow'
import vine, { SimpleMessagesProvider } from '@vinejs/vine'

const HOST = /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/

/** What people copy from the address bar, as the host in it. */
const hostIn = (given: unknown) =>
  typeof given === 'string'
    ? given
        .trim()
        .toLowerCase()
        .replace(/^https?:\/\//, '')
        .split(/[/?#]/)[0]
    : given

const leadsToOwnSite = vine.createRule((given, _, field) => {
  const url = URL.canParse(String(given)) ? new URL(String(given)) : null
  const sites = [(field.data as { sites?: unknown }).sites].flat()
  if (url?.protocol !== 'https:' || url.username || url.password) {
    field.report('Enter an address that begins with https://.', 'redirect', field)
  } else if (!sites.map(hostIn).includes(url.hostname) || url.port) {
    field.report(
      `Add ${url.hostname} to your own sites first: customers are led to those only.`,
      'redirect',
      field
    )
  }
})

/** Where a flow stands open, and what becomes of a request. */
export const flowWaysValidator = vine.create({
  path: vine
    .string()
    .trim()
    .toLowerCase()
    .minLength(3)
    .maxLength(60)
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .nullable(),
  sites: vine.array(vine.string().parse(hostIn).regex(HOST)).maxLength(10).distinct(),
  redirectUrl: vine.string().trim().maxLength(500).use(leadsToOwnSite()).nullable(),
  leadStatus: vine.enum(['new', 'in_progress']),
  assigneeId: vine.string().uuid().nullable(),
  teamId: vine.string().uuid().nullable(),
  booking: vine.enum(BOOKING_MODES).optional(),
})

flowWaysValidator.messagesProvider = new SimpleMessagesProvider({
  'path.regex': 'Use letters, figures and single hyphens only, for example heating-service.',
  'path.minLength': 'Use at least {{ min }} characters.',
  'path.maxLength': 'Use at most {{ max }} characters.',
  'sites.*.regex': 'Enter the host of a site, for example www.example.com.',
  'sites.*.required': 'Enter the host of a site, or remove the line.',
  'sites.array.maxLength': 'Name at most {{ max }} sites.',
  'sites.distinct': 'Two of these sites are the same.',
})
