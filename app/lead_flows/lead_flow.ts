import { DateTime } from 'luxon'
import { belongsTo, column, hasMany } from '@adonisjs/lucid/orm'
import type { BelongsTo, HasMany } from '@adonisjs/lucid/types/relations'
import { LeadFlowSchema } from '#database/schema'
import { lockRow } from '#app/platform/database/row_lock'
import type Tenant from '#app/tenancy/tenant'
import { isAsked, tidied } from '#app/lead_flows/question'
import { firstQuestions } from '#app/lead_flows/first_questions'
import LeadFlowVersion, { type FlowContent } from '#app/lead_flows/lead_flow_version'
import {
  LeadFlowChangedError,
  LeadFlowEmptyError,
  LeadFlowInUseError,
  LeadFlowPathTakenError,
  LeadFlowUnpublishedError,
} from '#app/lead_flows/errors'
import {
  LeadFlowArchived,
  LeadFlowArranged,
  LeadFlowCreated,
  LeadFlowMadeDefault,
  LeadFlowPublished,
  LeadFlowRenamed,
  LeadFlowWentBack,
} from '#app/lead_flows/lead_flow_events'

/** Whether customers choose a real time on the form, and whether it is theirs at once or once somebody has answered. */
export const BOOKING_MODES = ['off', 'instant', 'request'] as const
export type BookingMode = (typeof BOOKING_MODES)[number]

export type FlowWays = Pick<
  LeadFlow,
  'path' | 'sites' | 'redirectUrl' | 'leadStatus' | 'assigneeId' | 'teamId'
> & { booking?: BookingMode }

/** The questions that a company asks whoever scans its codes. */
export default class LeadFlow extends LeadFlowSchema {
  declare leadStatus: 'new' | 'in_progress'
  declare booking: BookingMode

  static history = [
    'name',
    'isDefault',
    'path',
    'sites',
    'redirectUrl',
    'leadStatus',
    'assigneeId',
    'teamId',
    'booking',
  ] as const

  @hasMany(() => LeadFlowVersion)
  declare versions: HasMany<typeof LeadFlowVersion>

  @belongsTo(() => LeadFlowVersion, { foreignKey: 'publishedVersionId' })
  declare publishedVersion: BelongsTo<typeof LeadFlowVersion>

  @column({ prepare: (value: string[]) => JSON.stringify(value) })
  declare sites: string[]

  static inUse() {
    return this.query().whereNull('archivedAt')
  }

  static findInUse(id: string) {
    return this.inUse().where('id', id).firstOrFail()
  }

  /** All flows in use, the standard one first, each with its newest and its published version. */
  static listed() {
    return this.inUse()
      .preload('publishedVersion')
      .preload('versions', (versions) => versions.groupLimit(1).groupOrderBy('version', 'desc'))
      .orderBy('isDefault', 'desc')
      .orderBy('name')
      .orderBy('id')
  }

  /** The flow that a new company begins with, published. Doing it twice is calm. */
  static async startFor(_tenant: Tenant): Promise<LeadFlow> {
    const standard = await this.findBy('isDefault', true)
    if (standard) return standard
    const flow = await this.begin('Service request')
    await flow.publish()
    await flow.makeDefault()
    return flow
  }

  /** A new flow, not yet published, with questions to start from. */
  static async begin(name: string): Promise<LeadFlow> {
    const flow = await this.create({ name, isDefault: false, sites: [], leadStatus: 'new', booking: 'off' })
    await flow.related('versions').create({
      version: 1,
      questions: firstQuestions(),
      intro: null,
      successText: null,
      language: 'en',
      translations: {},
    })
    await LeadFlowCreated.record(flow, { name })
    return flow
  }

  /** What a code asks: its own flow while that is in use, else the company's standard one. */
  static async versionFor(leadFlowId: string | null): Promise<LeadFlowVersion> {
    const own = leadFlowId && (await this.inUse().where('id', leadFlowId).preload('publishedVersion').first())
    if (own && own.publishedVersion) return own.askedNow
    return (await this.query().where('isDefault', true).preload('publishedVersion').firstOrFail()).askedNow
  }

  /** The flow that is open under an address of its own. */
  static atPath(path: string) {
    return this.inUse()
      .where('path', path)
      .whereNotNull('publishedVersionId')
      .preload('publishedVersion')
      .first()
  }

  private get askedNow() {
    this.publishedVersion.$setRelated('flow', this)
    return this.publishedVersion
  }

  /** The version being worked on, or the published one while nobody changes anything. */
  async latest(): Promise<LeadFlowVersion> {
    return LeadFlowVersion.query().where('leadFlowId', this.id).orderBy('version', 'desc').firstOrFail()
  }

  /** Saves the questions as a draft. `basedOn` names what its author saw, so that nobody overwrites a colleague unseen. */
  async revise({ name, basedOn, ...given }: FlowContent & { name: string; basedOn: string }) {
    await this.lock()
    const latest = await this.latest()
    const { language = latest.language, translations = latest.translations } = given
    const content = { ...given, language, translations, questions: given.questions.map(tidied) }
    if (stampOf(latest) !== basedOn) throw new LeadFlowChangedError()
    if (name) this.name = name
    const isRenamed = this.$isDirty
    await this.save()
    if (isRenamed) await LeadFlowRenamed.record(this, {})
    return this.keepDraft(latest, content)
  }

  /** Makes the draft what customers are asked from now on. Without a draft nothing changes. */
  async publish() {
    await this.lock()
    const draft = await this.latest()
    if (!draft.isDraft) return
    if (!draft.questions.some(isAsked)) throw new LeadFlowEmptyError()
    await draft.merge({ publishedAt: DateTime.utc() }).save()
    this.publishedVersionId = draft.id
    await this.save()
    const { id: versionId, version } = draft
    await LeadFlowPublished.record(this, {
      versionId,
      version,
      questions: draft.questions.filter(isAsked).length,
    })
  }

  /** Makes the questions of an earlier version the draft. */
  async goBackTo(version: number) {
    await this.lock()
    const { content } = await this.versionNumbered(version)
    await this.keepDraft(await this.latest(), content)
    await LeadFlowWentBack.record(this, { version })
  }

  versionNumbered(version: number) {
    return LeadFlowVersion.query().where({ leadFlowId: this.id, version }).firstOrFail()
  }

  async discardDraft() {
    await this.lock()
    const latest = await this.latest()
    if (latest.isDraft && this.publishedVersionId) await latest.delete()
  }

  async makeDefault() {
    await this.lock()
    if (this.isDefault) return
    if (!this.publishedVersionId || this.archivedAt) throw new LeadFlowUnpublishedError()
    const previous = await LeadFlow.query().where('isDefault', true).forUpdate().first()
    if (previous) await previous.merge({ isDefault: false }).save()
    this.isDefault = true
    await this.save()
    await LeadFlowMadeDefault.record(this, { previousId: previous?.id ?? null })
  }

  /** Where the flow stands open and what becomes of a request. Saying the same again is calm. */
  async arrange(ways: FlowWays) {
    await this.lock()
    const others = LeadFlow.query().whereNot('id', this.id)
    if (ways.path && (await others.where('path', ways.path).first())) throw new LeadFlowPathTakenError()
    Object.assign(this, ways)
    const fields = Object.keys(this.$dirty)
    if (!fields.length) return
    await this.save()
    await LeadFlowArranged.record(this, { fields })
  }

  /** Takes the flow out of use: its codes ask the standard questions, its leads keep theirs. */
  async archive() {
    await this.lock()
    if (this.archivedAt) return
    if (this.isDefault) throw new LeadFlowInUseError()
    this.archivedAt = DateTime.utc()
    await this.save()
    await LeadFlowArchived.record(this, {})
  }

  private keepDraft(latest: LeadFlowVersion, content: FlowContent): Promise<LeadFlowVersion> {
    const next = { ...content, leadFlowId: this.id, version: latest.version + 1 }
    return latest.isDraft ? latest.merge(content).save() : LeadFlowVersion.create(next)
  }

  private async lock() {
    await lockRow(this)
  }
}

/** What an author saw: the version, and when it was last saved. */
export const stampOf = (version: LeadFlowVersion) => `${version.id}@${version.updatedAt.toMillis()}`
