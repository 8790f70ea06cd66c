import LeadFlow from '#app/lead_flows/lead_flow'
import { versionWithFlow } from '#app/lead_flows/version_with_flow'
import type LeadFlowVersion from '#app/lead_flows/lead_flow_version'
import { AnswerSheet } from '#app/lead_flows/answer_sheet'
import { placeOf } from '#app/lead_flows/place'
import type { Language } from '#app/platform/say'
import { languageFor, type Reader } from '#app/requests/language'
import type { Door, Entrance } from '#app/requests/entrance'
import { FormStamp } from '#app/requests/form_stamp'
import { OfferedTimes } from '#app/requests/offered_times'

const purposeOf = ({ key }: Pick<Entrance, 'key'>) => `request:${key}`

/** The questions that a visitor is asked, in the version that they were shown. */
export class RequestForm {
  private constructor(
    readonly entrance: Entrance,
    readonly version: LeadFlowVersion,
    readonly language: Language,
    readonly stamp: FormStamp,
    /** Whether we made the form that was posted; a stranger's is handed out anew. */
    readonly isKnown: boolean,
    /** The times to choose from, where the flow lets customers book. */
    readonly times: OfferedTimes | null
  ) {}

  static async handOut(entrance: Entrance, reader: Reader): Promise<RequestForm> {
    return this.showing(entrance, await LeadFlow.versionFor(entrance.leadFlowId), reader)
  }

  static async showing(entrance: Entrance, version: LeadFlowVersion, reader: Reader) {
    const language = languageFor(reader, version.languages)
    const stamp = FormStamp.issue(purposeOf(entrance), version.id)
    return new RequestForm(entrance, version, language, stamp, false, await timesFor(entrance, version))
  }

  /** The form as it was handed out, even when other questions were published meanwhile. */
  static async takeBack(door: Door, sealed: unknown, reader: Reader): Promise<RequestForm> {
    const stamp = FormStamp.read(sealed, purposeOf(door))
    const [entrance, version] = await Promise.all([
      door.open(),
      stamp?.about ? versionWithFlow(stamp.about) : null,
    ])
    if (!stamp || !version) return this.handOut(entrance, reader)
    const language = languageFor(reader, version.languages)
    return new RequestForm(entrance, version, language, stamp, true, await timesFor(entrance, version))
  }

  /** Who chooses a real time is not asked for a wish too. */
  get questions() {
    const { questions } = this.version
    return this.times ? questions.filter(({ type }) => type !== 'window') : questions
  }

  get place() {
    return placeOf(this.entrance.tenant, this.language)
  }

  /** Problems are said in the language of whoever answers; what is kept, in the one that the flow is written in. */
  read(answers: unknown, fileIds: Record<string, string[]>, place = this.place) {
    const given = answers && typeof answers === 'object' ? (answers as Record<string, unknown>) : {}
    return new AnswerSheet(this.questions, given, fileIds, place)
  }
}

const timesFor = async ({ tenant }: Entrance, { flow }: LeadFlowVersion) =>
  flow.booking === 'off' ? null : OfferedTimes.in(tenant.timeZone)
