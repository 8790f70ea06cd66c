import { createHmac } from 'node:crypto'
import type { HttpRequest } from '@adonisjs/core/http'
import { appKey } from '#config/app'
import { ROBOTS } from '#config/robots'
import { networkOf } from '#app/platform/network'

const BROWSER = /^(Mozilla|Opera)\//
const AHEAD = /prefetch|prerender|preview/i
const AHEAD_HEADERS = ['purpose', 'sec-purpose', 'x-purpose', 'x-moz']
const MARK_BYTES = 16

/** Whoever opened the page of a code. */
export class ScanVisitor {
  constructor(private request: HttpRequest) {}

  /** A person who looks at the page now, as far as a request can tell. */
  get isPerson() {
    const agent = this.request.header('user-agent', '')!
    return this.isLooking && BROWSER.test(agent) && !ROBOTS.test(agent)
  }

  /** The same for one code on one day only, and worth nothing to whoever does not have the key. */
  markFor(code: { id: string }, day: string) {
    const who = [day, code.id, networkOf(this.request.ip()), this.request.header('user-agent', '')]
    return createHmac('sha256', appKey.release()).update(who.join('\n')).digest().subarray(0, MARK_BYTES)
  }

  private get isLooking() {
    const { request } = this
    const isAhead = AHEAD_HEADERS.some((name) => AHEAD.test(request.header(name, '')!))
    const isPage = request.header('sec-fetch-dest', 'document') === 'document'
    return request.method() === 'GET' && isPage && !isAhead
  }
}
