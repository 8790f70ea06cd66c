import type { HttpRequest } from '@adonisjs/core/http'
import { Current } from '#app/platform/database/current'
import LinkToken from '#app/identity/link_token'
import { HeldPhotos } from '#app/attachments/held_photos'
import type { UploadedForm } from '#app/attachments/uploaded_form'
import type { AnswerSheet } from '#app/lead_flows/answer_sheet'
import Lead from '#app/leads/lead'
import { Contact } from '#app/requests/contact'
import type { RequestForm } from '#app/requests/request_form'
import type { ScannedCode } from '#app/requests/scanned_code'
import { Scan } from '#app/scans/scan'

type Post = {
  scanned: ScannedCode
  form: RequestForm
  request: HttpRequest
  upload: UploadedForm
  wait: number
}

const record = (given: unknown) =>
  given && typeof given === 'object' ? (given as Record<string, unknown>) : {}

/** A request form that came in: what it says, whether it can be taken, and the lead that it becomes. */
export class PostedRequest {
  readonly answers: Record<string, unknown>
  readonly contact: Record<string, unknown>
  readonly sheet: AnswerSheet
  readonly contactRead: Contact
  readonly notice: string | null

  private constructor(
    private post: Post,
    readonly photos: HeldPhotos
  ) {
    const { form, request, scanned } = post
    this.answers = record(request.input('answers'))
    this.contact = record(request.input('contact'))
    this.sheet = form.read(this.answers, photos.ids, scanned.tenant)
    this.contactRead = new Contact(form.code.customer, this.contact, scanned.tenant.country)
    this.notice = noticeFor(post)
  }

  /** Takes the photos in first: whatever else is wrong, nobody has to choose them again. */
  static async read(post: Post): Promise<PostedRequest> {
    const files = post.upload.files('photos')
    const references = record(post.request.input('held'))
    return new PostedRequest(post, await HeldPhotos.gather({ files, references }, post.scanned.unit))
  }

  get hasProblems() {
    return !this.sheet.isAcceptable || !this.contactRead.isAcceptable || !this.photos.isComplete
  }

  get isAcceptable() {
    return !this.hasProblems && this.notice === null
  }

  /** Makes the lead, once, and a private link to it, each time. */
  accept() {
    const { form, scanned } = this.post
    return Current.run(scanned.unit, async () => {
      const lead = await Lead.receive({
        key: form.stamp.key,
        source: 'qr',
        customerId: form.code.customer.id,
        qrCodeId: form.code.id,
        leadFlowVersionId: form.version.id,
        contact: this.contactRead.facts,
        summary: this.sheet.summary,
        answers: this.sheet.answers,
      })
      const isNew = lead.$isLocal
      if (isNew) {
        for (const photo of this.photos.all) await photo.attachTo(lead)
        new Scan(form.code, scanned.tenant, form.version.leadFlowId).becameLead()
      }
      return { secret: await LinkToken.mint({ kind: 'lead_status', subjectId: lead.id }), isNew }
    })
  }
}

function noticeFor({ form, request, wait }: Post) {
  const minutes = Math.ceil(wait / 60)
  if (wait)
    return `That were many requests in a short time. Wait ${minutes === 1 ? 'a minute' : `${minutes} minutes`}, then press Send again.`
  if (!form.isKnown)
    return 'This page was renewed since you opened it. Check your answers, then press Send again.'
  if (request.input('website'))
    return 'A field that people cannot see was filled in, as robots do. If you are a person, press Send again.'
  return form.stamp.isTooFresh ? 'That was very quick. Check your answers, then press Send again.' : null
}
