import type { HttpContext, HttpRequest } from '@adonisjs/core/http'
import { Current, type Unit } from '#app/platform/database/current'
import type Tenant from '#app/tenancy/tenant'
import User from '#app/identity/user'
import { boundCode } from '#app/qr_codes/bound_code'
import { companyOfCode } from '#app/qr_codes/code_company'
import type QrCode from '#app/qr_codes/qr_code'
import { readToken } from '#app/qr_codes/qr_token'
import { Scan } from '#app/scans/scan'
import { ScanVisitor } from '#app/scans/scan_visitor'

/** A code as somebody scanned it, before anything is known about who that is. */
export class ScannedCode {
  private constructor(
    readonly tenant: Tenant,
    readonly token: string,
    readonly qrCodeId: string,
    private requestId: string | undefined
  ) {}

  /** Null when there never was such a code. */
  static async find(given: string, requestId?: string): Promise<ScannedCode | null> {
    const token = readToken(given)
    const found = token && (await companyOfCode(token))
    return found ? new ScannedCode(found.tenant, token, found.qrCodeId, requestId) : null
  }

  get path() {
    return `/q/${this.token.toLowerCase()}`
  }

  get unit(): Unit {
    return { tenantId: this.tenant.id, actor: { kind: 'customer', id: null }, requestId: this.requestId }
  }

  open(): Promise<QrCode> {
    return Current.run(this.unit, () => boundCode(this.qrCodeId))
  }

  /** In its unit: counts that somebody opened the page; it is no look of a customer's when a colleague does. */
  count(code: QrCode, request: HttpRequest, leadFlowId: string | null = null) {
    new Scan(code, this.tenant, leadFlowId).recordOf(new ScanVisitor(request))
  }

  /** The colleague of this company who is scanning, when one is signed in. */
  async colleague({ auth, session }: HttpContext): Promise<User | null> {
    const web = auth.use('web')
    // A guard that finds nobody throws: for each visitor that would be dear.
    const isSignedIn = session.has(web.sessionKeyName) && (await web.check())
    return isSignedIn ? User.memberships(web.user!).where('tenantId', this.tenant.id).first() : null
  }
}
