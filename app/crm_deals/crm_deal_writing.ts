import { DateTime } from 'luxon'
import type { CrmAdapter, NewCrmDeal } from '#plugins/crm/contract'
import {
  CrmGoneError,
  CrmNotAllowedError,
  CrmNotSupportedError,
  CrmRejectedError,
  CrmStageGoneError,
} from '#plugins/crm/errors'
import CrmConnection from '#app/crm_connections/crm_connection'
import CrmLink from '#app/crm_connections/crm_link'
import CrmDeal from '#app/crm_deals/crm_deal'
import CrmDealNote from '#app/crm_deals/crm_deal_note'
import { CrmDealPlan } from '#app/crm_deals/crm_deal_plan'
import { becameOneWith, nameOf, noteOf, noteOfRequest } from '#app/crm_deals/crm_deal_words'
import Customer from '#app/customers/customer'
import Lead from '#app/leads/lead'
import type Note from '#app/notes/note'
import { deskUrl } from '#app/tenancy/desk_url'
import Tenant from '#app/tenancy/tenant'

export type Inside = <T>(work: () => Promise<T>) => Promise<T>
export type Way = { connection: CrmConnection; adapter: CrmAdapter; label: string; inside: Inside }

type Met = {
  deal: CrmDeal
  lead: Lead
  plan: CrmDealPlan
  customerId: string
  /** Where the request is read here; `null` once its words are there. */
  url: string | null
  notes: Note[]
}
type Written = {
  facts: Partial<Pick<CrmDeal, 'externalId' | 'pipeline' | 'stage' | 'ownedBy' | 'failure' | 'goneAt'>>
  told: { noteId: string | null }[]
}

/** What the request was there has become one with the deal of another request. */
class OneThereError extends CrmRejectedError {
  constructor(readonly other: CrmDeal) {
    super('This is the deal of another request')
  }
}

/** Writes requests to the system outside as deals, each by one worker at a time, and outside of any unit. */
export class CrmDealWriting {
  constructor(
    private way: Way,
    private eventId: string
  ) {}

  /** Whoever holds a deal writes what changes meanwhile too. */
  async write(dealId: string) {
    for (let isBehind = true; isBehind;) isBehind = await this.#writeOnce(dealId)
  }

  async #writeOnce(dealId: string) {
    const { inside } = this.way
    const met = await inside(() => this.#meet(dealId))
    if (!met) return false
    const written: Written = { facts: { failure: null }, told: [] }
    try {
      await this.#push(met, written)
    } catch (error) {
      if (!(error instanceof CrmRejectedError || error instanceof CrmNotSupportedError)) {
        await inside(() => CrmDeal.letGo(dealId, this.eventId))
        throw error
      }
      this.#refuse(met, written, error)
    }
    return inside(() => this.#note(met, written))
  }

  async #meet(dealId: string): Promise<Met | null> {
    const { connection } = this.way
    const deal = await CrmDeal.hold(dealId, this.eventId)
    if (!deal) return null
    const lead = await Lead.query().where('id', deal.leadId).preload('assignee').firstOrFail()
    const plan = await CrmDealPlan.of(await CrmConnection.findOrFail(connection.id))
    const link = plan && lead.customerId ? await this.#linkOf(lead.customerId) : null
    if (!plan || !link?.externalId || link.isClosed) {
      const isRefused = plan && (link?.isClosed || link?.failure)
      const failure = isRefused ? this.#wordsOf(plan).noCustomer : deal.failure
      await deal.merge({ failure, heldBy: null, heldUntil: null }).save()
      if (isRefused) await lead.tellScreens()
      return null
    }
    const url = deskUrl(await Tenant.current(), `/leads/${lead.id}`)
    return {
      deal,
      lead,
      plan,
      customerId: link.externalId,
      url: (await CrmDealNote.hasSummary(deal)) ? null : url,
      notes: await CrmDealNote.waitingFor(deal, plan),
    }
  }

  async #linkOf(customerId: string) {
    return CrmLink.of(this.way.connection, { id: await Customer.survivorOf(customerId) })
  }

  async #push(met: Met, { facts, told }: Written) {
    const { adapter } = this.way
    const { lead, customerId, url, notes } = met
    const dealId = await this.#bring(met, facts)
    if (!adapter.addNote) return
    const on = { customerId, dealId }
    if (url) {
      await adapter.addNote(noteOfRequest(lead, url), on)
      told.push({ noteId: null })
    }
    for (const note of notes) {
      await adapter.addNote(noteOf(note), on)
      told.push({ noteId: note.id })
    }
  }

  /** Makes the deal, or changes it where it is by now, and answers its id. */
  async #bring({ deal, lead, plan, customerId, url, notes }: Met, facts: Written['facts']) {
    const { adapter } = this.way
    const place = { pipelineId: plan.pipelineId, stageId: plan.stages[lead.status] }
    const owner = await this.#ownerFor(deal, lead, facts)
    const kept = deal.externalId
      ? null
      : await adapter.deals!.create(customerId, { name: nameOf(lead), ...place, ...owner }, deal.createKey)
    const id = kept?.id ?? deal.externalId!
    facts.externalId = id
    // One whose first answer was lost is there as it was then.
    const [pipeline, stage] = kept ? [kept.pipelineId, kept.stageId] : [deal.pipeline, deal.stage]
    const isElsewhere = pipeline !== place.pipelineId || stage !== place.stageId
    const isBehind = isElsewhere || (!kept && owner.ownerId)
    const changes = isBehind ? { ...(isElsewhere && place), ...owner } : null
    const isTold = adapter.addNote && !kept && (url !== null || notes.length > 0)
    const now = changes || isTold ? await this.#follow(deal, { id, pipeline, changes }) : { id, ...place }
    // A lead that they made a deal there is that deal from now on, in a pipeline of their own choice.
    const isConverted = now.id !== id && now.pipelineId !== pipeline
    const isTheirs = isConverted || (isElsewhere && now.pipelineId !== place.pipelineId)
    const { pipelineId, stageId } = isTheirs ? now : place
    Object.assign(facts, { externalId: now.id, pipeline: pipelineId, stage: stageId })
    return now.id
  }

  /** As it is there by now. What is to be written to one that was merged goes to the one that it is now, unless that is another's. */
  async #follow(
    deal: CrmDeal,
    { id, pipeline, changes }: { id: string; pipeline: string | null; changes: Partial<NewCrmDeal> | null }
  ) {
    const deals = this.way.adapter.deals!
    const there = changes ? await deals.update(id, changes) : await deals.get(id)
    if (!there) throw new CrmGoneError('deal')
    if (there.id === id) return there
    const other = await this.way.inside(() => CrmDeal.ofAnother(deal, there.id))
    if (other) throw new OneThereError(other)
    return changes && there.pipelineId === pipeline ? deals.update(there.id, changes) : there
  }

  /** The assignee, where the system knows somebody of the same address; whoever has it keeps it otherwise. */
  async #ownerFor(deal: CrmDeal, { assigneeId, assignee }: Lead, facts: Written['facts']) {
    if (!assignee || assigneeId === deal.ownedBy || !this.way.adapter.owners) return {}
    try {
      const [owner] = await this.way.adapter.owners(assignee.email)
      facts.ownedBy = assigneeId
      return owner ? { ownerId: owner.id } : {}
    } catch (error) {
      if (!(error instanceof CrmNotAllowedError)) throw error
      facts.failure = error.message
      return {}
    }
  }

  #refuse({ deal, plan }: Met, { facts }: Written, error: CrmRejectedError | CrmNotSupportedError) {
    const isThere = Boolean(deal.externalId ?? facts.externalId)
    const isGone = error instanceof CrmGoneError
    if (isGone && isThere) facts.goneAt = DateTime.utc()
    if (error instanceof OneThereError)
      return Object.assign(facts, becameOneWith(error.other, { label: this.way.label, kind: plan.kind }))
    const words = this.#wordsOf(plan)
    if (isGone) facts.failure = isThere ? words.gone : words.noCustomer
    else facts.failure = error instanceof CrmStageGoneError ? words.noStage : error.message.slice(0, 500)
  }

  #wordsOf({ kind }: CrmDealPlan) {
    const { label } = this.way
    return {
      noCustomer: `The customer of this request is not in ${label}, so there is no ${kind} either. Look at the customer first.`,
      gone: `Somebody deleted the ${kind} in ${label}. Choose whether to write it again, or to leave the request here alone.`,
      noStage: `${label} has no such stage any more. Choose another under Settings, Customer system, Requests.`,
    }
  }

  /** Answers whether there is more to write by now. */
  async #note({ deal: { id }, lead, plan }: Met, { facts, told }: Written) {
    const connection = await CrmConnection.query().where('id', this.way.connection.id).forUpdate().first()
    const deal = await CrmDeal.query().where({ id, heldBy: this.eventId }).forUpdate().first()
    if (!connection || !deal) return false
    const other = facts.externalId && (await CrmDeal.ofAnother(deal, facts.externalId))
    if (other) Object.assign(facts, becameOneWith(other, { label: this.way.label, kind: plan.kind }))
    await deal.merge({ ...facts, asOf: lead.updatedAt, heldBy: null, heldUntil: null }).save()
    await CrmDealNote.createMany(told.map(({ noteId }) => ({ crmDealId: id, noteId })))
    if (!facts.failure) await connection.noteSuccess()
    await lead.tellScreens()
    // Read only now that the deal is locked: who found it held has changed the request, or the plan, before.
    const present = await Lead.findOrFail(lead.id)
    if (present.updatedAt > lead.updatedAt) return true
    const now = await CrmDealPlan.of(connection)
    if (!now || facts.failure) return false
    const isMoved = now.pipelineId !== plan.pipelineId || now.stages[lead.status] !== plan.stages[lead.status]
    return isMoved || (await CrmDealNote.waitingFor(deal, now)).length > 0
  }
}
