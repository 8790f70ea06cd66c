import type { HttpContext } from '@adonisjs/core/http'

const KEY = 'reach'

type Reach = { vouchedFor: string[]; isLimited: boolean }

/**
 * What a session opens. A company's issuer vouches for its own members only, so a session that it began opens that
 * company and nothing else, until the person proves a credential of their own.
 */
export class SessionReach {
  constructor(private session: HttpContext['session']) {}

  get isLimited() {
    return this.#reach.isLimited
  }

  /** The companies that a limited session opens; `null`: all of the person's. */
  get companies() {
    return this.isLimited ? this.#reach.vouchedFor : null
  }

  opens(tenantId: string) {
    return !this.isLimited || this.isVouchedFor(tenantId)
  }

  /** Whether the company's own issuer has signed the person in during this session. */
  isVouchedFor(tenantId: string) {
    return this.#reach.vouchedFor.includes(tenantId)
  }

  /** The company's issuer has recognised the person; `isLimited` when nothing else has. */
  vouch(tenantId: string, { isLimited }: { isLimited: boolean }) {
    const vouchedFor = [...new Set([...this.#reach.vouchedFor, tenantId])]
    this.session.put(KEY, { vouchedFor, isLimited })
  }

  /** A new person, or the same one by a credential of their own. */
  reset() {
    this.session.forget(KEY)
  }

  get #reach(): Reach {
    return this.session.get(KEY) ?? { vouchedFor: [], isLimited: false }
  }
}

export const reachOf = ({ session }: Pick<HttpContext, 'session'>) => new SessionReach(session)
