import { BlockList, isIP } from 'node:net'
import { lookup } from 'node:dns/promises'
import {
  AddressRefusedError,
  NameUnknownError,
  PrivateAddressError,
} from '#app/platform/outbound/safe_http_errors'

export type Address = { address: string; family: number }
/** All addresses of a name, as `dns.lookup` with `all` gives them; rejects when there are none. */
export type Resolve = (hostname: string) => Promise<Address[]>

export type AddressRules = {
  allowHttp: boolean
  anyPort: boolean
  privateHosts: readonly string[]
  resolve: Resolve
}

const AZURE_PLATFORM = '168.63.129.16'
const SPECIAL = subnets(
  '0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24',
  '192.31.196.0/24 192.52.193.0/24 192.88.99.0/24 192.168.0.0/16 192.175.48.0/24 198.18.0.0/15',
  `198.51.100.0/24 203.0.113.0/24 224.0.0.0/3 ${AZURE_PLATFORM}/32`,
  '2001::/23 2001:db8::/32 2002::/16 2620:4f:8000::/48 3fff::/20'
)
const GLOBAL_IPV6 = subnets('2000::/3')
const INSIDE = subnets('10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 172.16.0.0/12 192.168.0.0/16 ::1/128 fc00::/7')
const METADATA = subnets(`100.100.100.200/32 fd00:ec2::254/128 fd20:ce::254/128 ${AZURE_PLATFORM}/32`)

export const resolveBySystem: Resolve = (hostname) => lookup(hostname, { all: true })

/** The address of a request, if it is one that we call. */
export function checkUrl(address: string, rules: AddressRules) {
  const url = URL.parse(address)
  const isCallable =
    url !== null &&
    (url.protocol === 'https:' || (rules.allowHttp && url.protocol === 'http:')) &&
    url.username === '' &&
    url.password === '' &&
    (isNamed(url, rules) || isUsualPort(url, rules))
  if (!isCallable) throw new AddressRefusedError()
  return url
}

/** Where the server of an address may be reached: every one of its addresses is checked, and none is asked for again. */
export async function locate(url: URL, rules: AddressRules): Promise<Address[]> {
  const host = bareHost(url)
  const literal = isIP(host)
  const found = literal ? [{ address: host, family: literal }] : await resolved(host, rules)
  const isAllowed = isNamed(url, rules) ? (one: string) => isPublic(one) || isInside(one) : isPublic
  if (!found.every(({ address }) => isAllowed(address))) throw new PrivateAddressError()
  return found
}

export const bareHost = (url: URL) => url.hostname.replace(/^\[|\]$/g, '')

async function resolved(host: string, { resolve }: AddressRules) {
  const found = await resolve(host).catch(() => [])
  if (found.length === 0) throw new NameUnknownError()
  return found
}

const portOf = (url: URL) => Number(url.port || (url.protocol === 'https:' ? 443 : 80))
const isNamed = (url: URL, { privateHosts }: AddressRules) =>
  privateHosts.includes(`${url.hostname}:${portOf(url)}`)
const isUsualPort = (url: URL, { anyPort }: AddressRules) =>
  url.port === '' || (anyPort && portOf(url) > 1023)

const isPublic = (address: string) =>
  !holds(SPECIAL, address) && (isIP(address) === 4 || holds(GLOBAL_IPV6, address))
const isInside = (address: string) => holds(INSIDE, address) && !holds(METADATA, address)

function holds(list: BlockList, address: string) {
  if (address.includes('%')) return false
  return list.check(address, isIP(address) === 4 ? 'ipv4' : 'ipv6')
}

function subnets(...lists: string[]) {
  const list = new BlockList()
  for (const [net, prefix] of lists
    .join(' ')
    .split(' ')
    .map((one) => one.split('/')))
    list.addSubnet(net, Number(prefix), isIP(net) === 4 ? 'ipv4' : 'ipv6')
  return list
}
