import { Current, SYSTEM } from '#app/platform/database/current'
import type { RecordedEvent } from '#app/platform/events/events'
import { Worker } from '#app/platform/events/worker'
import Attachment from '#app/attachments/attachment'
import { AttachmentAdded, AttachmentRetried } from '#app/attachments/attachment_events'
import { tellOfLead } from '#app/leads/lead_news'

/** Makes the sizes in which screens show a photo. */
export default class PhotoWorker extends Worker {
  static queue = 'photos'
  static unit = 'manual' as const
  static subscribes = [AttachmentAdded, AttachmentRetried]

  async handle({ tenantId, subject }: RecordedEvent) {
    const inside = <T>(work: () => Promise<T>) => Current.run({ tenantId, actor: SYSTEM }, work)
    const photo = await inside(() => Attachment.find(subject.id))
    if (!photo || photo.isPrepared) return
    const note = (outcome: () => Promise<void>) =>
      inside(async () => {
        await outcome()
        await tellOfLead(photo.leadId!)
      })
    try {
      await photo.prepare()
    } catch (error) {
      await note(() => photo.noteFailure())
      throw error
    }
    await note(() => photo.noteSizes())
  }
}
