import Impersonation from '#app/impersonations/impersonation'
import type Tenant from '#app/tenancy/tenant'
import type { SupportAccessRule } from '#app/tenancy/tenant'

/** Whether the operator's people may enter the company: decided by the company, and effective at once. */
export default class SupportAccess {
  constructor(private tenant: Tenant) {}

  async rule(rule: SupportAccessRule) {
    await this.tenant.ruleSupportAccess(rule)
    await this.#closeIfNotAllowed()
  }

  async allow() {
    await this.tenant.allowSupport()
  }

  async withdraw() {
    await this.tenant.withdrawSupport()
    await this.#closeIfNotAllowed()
  }

  async #closeIfNotAllowed() {
    if (this.tenant.isOpenToSupport) return
    for (const one of await Impersonation.open().orderBy('id')) await one.end('company')
  }
}
