import type { CrmAdapter, CrmAdapterClass, CrmCapabilities } from '#plugins/crm/contract'
import { CrmNotSupportedError } from '#plugins/crm/errors'
import { inOurErrors } from '#plugins/crm/package_errors'

type Finding = { isKept: boolean; words: string }

const METHODS = [
  'search',
  'get',
  'create',
  'createdWith',
  'update',
  'archive',
  'restore',
  'fields',
  'changes',
  'missing',
  'test',
] as const
const OF_DEALS = ['pipelines', 'get', 'create', 'update'] as const
const OF_COMPANIES = ['create', 'rename'] as const
const SWITCHES = ['create', 'update', 'archive', 'restore', 'keys', 'fields', 'changes'] as const
const SEARCHES = ['text', 'name', 'phone', 'email'] as const

/** What can be said of an adapter without its system: the rest is the conformance suite's to say. */
export async function verdictOn(name: string, Adapter: CrmAdapterClass): Promise<Finding[]> {
  if (typeof Adapter !== 'function') return [finding(false, 'exports its class by default')]
  const { label, host, settings } = Adapter
  const findings = [
    finding(Adapter.contract === 2, 'is written for version 2 of the contract (static contract)'),
    finding(isText(label), 'has a label as people know the vendor'),
    finding(host === null || isHost(host), 'talks to one host over https, or to none'),
    finding(areSettings(settings), 'asks for settings with different names, a label and a help each'),
    finding(host === null || settings?.some(({ isSecret }) => isSecret), 'keeps at least one setting secret'),
    finding(tellsNoUsage(Adapter), 'tells no usage from an answer that says nothing of it (usageIn)'),
  ]
  let asked = 0
  const request = async () => {
    asked++
    return new Response('{}', { status: 503 })
  }
  const entered = Object.fromEntries((settings ?? []).map((setting) => [setting.name, 'entered']))
  const adapter = inOurErrors(new Adapter({ settings: entered, country: 'US', request }))
  const lacking = [
    ...METHODS.filter((method) => typeof adapter[method] !== 'function'),
    ...OF_DEALS.filter((method) => adapter.deals && typeof adapter.deals[method] !== 'function').map(
      (method) => `deals.${method}`
    ),
    ...OF_COMPANIES.filter(
      (method) => adapter.companies && typeof adapter.companies[method] !== 'function'
    ).map((method) => `companies.${method}`),
  ]
  findings.push(
    finding(adapter.name === name, `calls itself ${name}, as config/crm.ts does`),
    finding(
      lacking.length === 0,
      `has every method${lacking.length ? `: ${lacking.join(', ')} missing` : ''}`
    ),
    finding(areCapabilities(adapter.capabilities), 'says what it can do, and keeps at least the name'),
    finding(
      isBatchWhole(adapter),
      'has list and createAll where it says how many it takes at once (batch), and no createAll elsewhere'
    )
  )
  if (findings.every(({ isKept }) => isKept)) {
    const pretends = await pretendedBy(adapter)
    const what = pretends.length ? `: ${pretends.join(', ')} does not` : ''
    findings.push(finding(pretends.length === 0, `says “not supported” of all that it cannot do${what}`))
    findings.push(finding(asked === 0, 'asks nobody for what it cannot do'))
  }
  return findings
}

const finding = (isKept: boolean | undefined, words: string): Finding => ({ isKept: Boolean(isKept), words })
const isText = (value: unknown) => typeof value === 'string' && value.trim() !== ''
const isHost = (host: string) => URL.parse(host)?.protocol === 'https:' && new URL(host).origin === host

const areSettings = (settings: CrmAdapterClass['settings']) =>
  Array.isArray(settings) &&
  settings.every(({ name, label, help }) => isText(name) && isText(label) && isText(help)) &&
  new Set(settings.map(({ name }) => name)).size === settings.length

function tellsNoUsage(Adapter: CrmAdapterClass) {
  try {
    return !Adapter.usageIn || Adapter.usageIn(new Headers()).length === 0
  } catch {
    return false
  }
}

const areCapabilities = (can: CrmCapabilities | undefined) =>
  can !== undefined &&
  SWITCHES.every((one) => typeof can[one] === 'boolean') &&
  can.keeps?.includes('name') &&
  can.keeps.every((field) => can.places?.[field]?.every(isText)) &&
  can.searchBy?.every((by) => SEARCHES.includes(by))

function isBatchWhole({ capabilities, list, createAll }: CrmAdapter) {
  const batch = capabilities?.batch
  const isNone = batch === undefined && !createAll
  return isNone || (Number.isInteger(batch) && batch! > 1 && Boolean(list && createAll))
}

/** What it can not do, and does not refuse. */
async function pretendedBy(adapter: CrmAdapter) {
  const { capabilities: can } = adapter
  const tries: [what: string, isPossible: boolean, attempt: () => Promise<unknown>][] = [
    ...SEARCHES.map((by) => {
      const attempt = () => adapter.search({ by, value: '+13035550142' })
      return [`search by ${by}`, can.searchBy.includes(by), attempt] as [string, boolean, typeof attempt]
    }),
    ['create', can.create, () => adapter.create({ name: 'Ann' })],
    ['update', can.update, () => adapter.update('1', { name: 'Ann' })],
    ['archive', can.archive, () => adapter.archive('1')],
    ['restore', can.restore, () => adapter.restore('1')],
    ['create with a key', can.keys, () => adapter.create({ name: 'Ann' }, 'key')],
    ['createdWith', can.keys, () => adapter.createdWith('key')],
    ['fields', can.fields, () => adapter.fields()],
    ['changes', can.changes, () => adapter.changes(null)],
    ['missing', can.changes, () => adapter.missing(['1'])],
  ]
  const pretended: string[] = []
  for (const [what, isPossible, attempt] of tries) {
    if (isPossible) continue
    const error = await attempt().catch((caught: unknown) => caught)
    if (!(error instanceof CrmNotSupportedError)) pretended.push(what)
  }
  return pretended
}
