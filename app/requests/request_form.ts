import type Tenant from '#app/tenancy/tenant'
import type QrCode from '#app/qr_codes/qr_code'
import LeadFlow from '#app/lead_flows/lead_flow'
import LeadFlowVersion from '#app/lead_flows/lead_flow_version'
import { AnswerSheet } from '#app/lead_flows/answer_sheet'
import { FormStamp } from '#app/requests/form_stamp'

const purposeOf = (code: QrCode) => `request:${code.id}`

/** The questions behind a scanned code, in the version that its visitor was shown. */
export class RequestForm {
  private constructor(
    readonly code: QrCode,
    readonly version: LeadFlowVersion,
    readonly stamp: FormStamp,
    /** Whether we made the form that was posted; a stranger's is handed out anew. */
    readonly isKnown: boolean
  ) {}

  static async handOut(code: QrCode): Promise<RequestForm> {
    const version = await LeadFlow.versionFor(code.batch.leadFlowId)
    return new RequestForm(code, version, FormStamp.issue(purposeOf(code), version.id), false)
  }

  /** The form as it was handed out, even when other questions were published meanwhile. */
  static async takeBack(code: QrCode, sealed: unknown): Promise<RequestForm> {
    const stamp = FormStamp.read(sealed, purposeOf(code))
    const version = stamp?.about && (await LeadFlowVersion.find(stamp.about))
    return version ? new RequestForm(code, version, stamp, true) : this.handOut(code)
  }

  read(answers: unknown, photoIds: Record<string, string[]>, { country }: Tenant) {
    const given = answers && typeof answers === 'object' ? (answers as Record<string, unknown>) : {}
    return new AnswerSheet(this.version.questions, given, photoIds, { country, locale: `en-${country}` })
  }
}
