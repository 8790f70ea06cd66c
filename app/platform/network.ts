import { isIPv6 } from 'node:net'

/** What counts as one place: a home or a phone has a whole /64 of IPv6 addresses to send from. */
export function networkOf(ip: string) {
  return isIPv6(ip) && !ip.startsWith('::ffff:') ? expanded(ip).slice(0, 4).join(':') : ip
}

function expanded(ip: string) {
  const [head, tail] = ip.split('::').map((half) => (half ? half.split(':') : []))
  if (!tail) return head
  return [...head, ...Array(8 - head.length - tail.length).fill('0'), ...tail]
}
