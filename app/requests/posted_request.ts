import type { HttpRequest } from '@adonisjs/core/http'
import { Current } from '#app/platform/database/current'
import LinkToken from '#app/identity/link_token'
import { FormFiles } from '#app/attachments/form_files'
import type { UploadedForm } from '#app/platform/http/uploaded_form'
import type { AnswerSheet } from '#app/lead_flows/answer_sheet'
import type { Language } from '#app/platform/say'
import { placeOf, sayAt } from '#app/lead_flows/place'
import Lead from '#app/leads/lead'
import { WindowGoneError } from '#app/bookings/errors'
import { ChosenTime } from '#app/requests/chosen_time'
import { Contact } from '#app/requests/contact'
import type { Entrance } from '#app/requests/entrance'
import { followFlow } from '#app/requests/flow_outcome'
import type { RequestForm } from '#app/requests/request_form'
import { Scan } from '#app/scans/scan'

type Post = {
  form: RequestForm
  request: HttpRequest
  upload: UploadedForm
  wait: number
}

export type Taken = {
  entrance: Entrance
  secret: string
  isNew: boolean
  redirectUrl: string | null
  language: Language
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
  readonly time: ChosenTime | null

  private constructor(
    private post: Post,
    readonly files: FormFiles
  ) {
    const { form, request } = post
    this.answers = record(request.input('answers'))
    this.contact = record(request.input('contact'))
    this.sheet = form.read(this.answers, files.ids)
    this.contactRead = new Contact(form.entrance.customer, this.contact, form.place)
    this.notice = noticeFor(post)
    this.time = form.times && new ChosenTime(form, request.input('window'), form.times)
  }

  /** Takes the files in first: whatever else is wrong, nobody has to choose them again. */
  static async read(post: Post): Promise<PostedRequest> {
    const files = { ...post.upload.files('photos'), ...post.upload.files('files') }
    const references = record(post.request.input('held'))
    const { place, entrance, questions } = post.form
    const takesDocuments = (field: string) =>
      questions.some(({ id, type }) => id === field && type === 'file')
    const given = { files, references, takesDocuments }
    return new PostedRequest(post, await FormFiles.gather(given, entrance.unit, sayAt(place)))
  }

  get hasProblems() {
    const { sheet, contactRead, files, time } = this
    return !sheet.isAcceptable || !contactRead.isAcceptable || !files.isComplete || Boolean(time?.problem)
  }

  get isAcceptable() {
    return !this.hasProblems && this.notice === null
  }

  private get keptSheet() {
    const { form } = this.post
    const { language } = form.version
    const isSpokenSo = form.language === language
    return isSpokenSo
      ? this.sheet
      : form.read(this.answers, this.files.ids, placeOf(form.entrance.tenant, language))
  }

  /** Makes the lead, once, and a private link to it, each time; null when the time that was chosen is gone. */
  async accept(): Promise<Taken | null> {
    try {
      return await this.become()
    } catch (error) {
      if (!(error instanceof WindowGoneError)) throw error
      await Current.abandon()
      const { unit } = this.post.form.entrance
      await Current.outside(() => Current.run(unit, () => this.time!.offerOthers()))
      return null
    }
  }

  private become(): Promise<Taken> {
    const { form } = this.post
    const { unit, source, customer, code } = form.entrance
    return Current.run(unit, async () => {
      const { facts } = this.contactRead
      const kept = this.keptSheet
      const lead = await Lead.receive({
        key: form.stamp.key,
        source,
        customerId: customer?.id ?? null,
        qrCodeId: code?.id ?? null,
        leadFlowVersionId: form.version.id,
        contact: { ...facts, address: this.sheet.address ?? facts.address },
        summary: kept.summary,
        answers: kept.answers,
        language: form.language,
      })
      const isNew = lead.$isLocal
      if (isNew) {
        await this.time?.take(lead)
        for (const file of this.files.all) await file.attachTo(lead)
        await followFlow(lead, form.version.flow)
        await this.time?.book(lead)
        if (code) new Scan(code, form.entrance.tenant, form.version.leadFlowId).becameLead()
      }
      const secret = await LinkToken.mint({ kind: 'lead_status', subjectId: lead.id })
      const { redirectUrl } = form.version.flow
      return { entrance: form.entrance, secret, isNew, redirectUrl, language: form.language }
    })
  }
}

function noticeFor({ form, request, wait }: Post) {
  const say = sayAt(form.place)
  if (wait) return say('form.wait', { minutes: Math.ceil(wait / 60) })
  if (!form.isKnown) return say('form.renewed')
  if (request.input('website')) return say('form.like_a_robot')
  return form.stamp.isTooFresh ? say('form.too_quick') : null
}
