/** `host:port`, also of an address that leaves its port away. */
const hostOf = ({ protocol, hostname, port }: URL) =>
  `${hostname}:${port || (protocol === 'https:' ? 443 : 80)}`

/** How an address that somebody has typed is called: only in public and by https, unless the operator has named its host. */
export function rulesFor(address: string, named: readonly string[]) {
  const url = URL.parse(address)
  const host = url && hostOf(url)
  const isNamed = host !== null && named.includes(host)
  return { privateHosts: isNamed ? [host] : [], allowHttp: isNamed, anyPort: isNamed }
}
