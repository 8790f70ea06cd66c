import { Current, type Unit } from '#app/platform/database/current'
import Tenant from '#app/tenancy/tenant'
import LinkToken from '#app/identity/link_token'
import Lead from '#app/leads/lead'
import { FormStamp } from '#app/requests/form_stamp'

/** A customer's private way to their request: whoever has the link may read and answer, nothing else. */
export class RequestLink {
  private constructor(
    readonly tenant: Tenant,
    readonly path: string,
    private token: LinkToken,
    private requestId: string | undefined
  ) {}

  /** Null when there never was such a link. */
  static async find(secret: string, requestId?: string): Promise<RequestLink | null> {
    const token = await LinkToken.lookUp('lead_status', secret)
    if (!token) return null
    const tenant = await Tenant.query({ connection: 'system' }).where('id', token.tenantId).firstOrFail()
    return new RequestLink(tenant, `/s/${secret}`, token, requestId)
  }

  get leadId() {
    return this.token.subjectId
  }

  get isUsable() {
    return this.token.isUsable
  }

  get unit(): Unit {
    return { tenantId: this.tenant.id, actor: { kind: 'customer', id: null }, requestId: this.requestId }
  }

  messageStamp() {
    return FormStamp.issue(this.stampPurpose)
  }

  readStamp(sealed: unknown) {
    return FormStamp.read(sealed, this.stampPurpose)
  }

  private get stampPurpose() {
    return `message:${this.leadId}`
  }

  run<T>(work: (lead: Lead) => Promise<T>): Promise<T> {
    return Current.run(this.unit, async () => work(await Lead.findOrFail(this.leadId)))
  }
}
