import { BaseTransformer } from '@adonisjs/core/transformers'
import type LeadFlow from '#app/lead_flows/lead_flow'

export default class FlowWaysTransformer extends BaseTransformer<LeadFlow> {
  toObject() {
    const { id, name, path, sites, redirectUrl, leadStatus, assigneeId, teamId, booking } = this.resource
    const isPublished = this.resource.publishedVersionId !== null
    return { id, name, isPublished, path, sites, redirectUrl, leadStatus, assigneeId, teamId, booking }
  }
}
