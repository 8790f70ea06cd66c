import { longestWait, type Limit } from '#app/platform/limit'
import { networkOf } from '#app/platform/network'
import type { Door } from '#app/requests/entrance'

const BY_VISITOR: Limit = { name: 'request:visitor', requests: 10, duration: '10 mins' }
const BY_CODE: Limit = { name: 'request:code', requests: 40, duration: '1 hour' }
const BY_FLOW: Limit = { name: 'request:flow', requests: 600, duration: '1 hour' }
const BY_NETWORK: Limit = { name: 'request:network', requests: 120, duration: '1 hour' }
const REPORTS_BY_CODE: Limit = { name: 'report:code', requests: 10, duration: '1 hour' }
const REPORTS_BY_NETWORK: Limit = { name: 'report:network', requests: 10, duration: '1 hour' }
const BY_LINK: Limit = { name: 'request:link', requests: 30, duration: '10 mins' }

/** How many seconds this visitor has to wait before a request is taken in; 0 when it is taken now. */
export const waitFor = ({ key, isCode }: Door, ip: string) =>
  longestWait([
    [BY_VISITOR, `${key}:${networkOf(ip)}`],
    [isCode ? BY_CODE : BY_FLOW, key],
    [BY_NETWORK, networkOf(ip)],
  ])

export const waitForLink = (subject: string) => longestWait([[BY_LINK, subject]])

export const waitForReport = (code: string, ip: string) =>
  longestWait([
    [REPORTS_BY_CODE, code],
    [REPORTS_BY_NETWORK, networkOf(ip)],
  ])
