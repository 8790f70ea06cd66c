import { DateTime } from 'luxon'
import drive from '@adonisjs/drive/services/main'
import { AttachmentSchema } from '#database/schema'
import { newId } from '#app/platform/ids'
import { Current, type Unit } from '#app/platform/database/current'
import { Photo } from '#app/attachments/photo'
import type User from '#app/identity/user'
import type Lead from '#app/leads/lead'
import type Message from '#app/messages/message'

export const MAX_PHOTOS = 6

/** A photo that came with a request or a message. */
export default class Attachment extends AttachmentSchema {
  static ofLead(lead: { id: string }) {
    return this.query().where('leadId', lead.id).orderBy('id')
  }

  /** Those of a lead that somebody may see: the photos of the form go with its answers. */
  static shownTo(reader: User, lead: { id: string }) {
    const isAnswerShown = reader.fields('leads').shows('photos')
    return this.ofLead(lead).if(!isAnswerShown, (photos) => photos.whereNotNull('messageId'))
  }

  /** Photos that were taken in, but whose form was not accepted yet. */
  static held(ids: string[]) {
    return this.query().whereIn('id', ids).whereNull('leadId').whereNotNull('storedAt').orderBy('id')
  }

  /**
   * Takes a photo in, outside of any unit: the row comes before the files, so that whatever is interrupted leaves a
   * row from which the sweep finds them.
   */
  static async hold(photo: Photo, name: string, unit: Unit): Promise<Attachment> {
    const id = newId()
    const attachment = await Current.run(unit, () =>
      this.create({
        id,
        key: `photos/${unit.tenantId}/${id}`,
        name: name.slice(0, 200),
        contentType: Photo.contentType,
        sizeBytes: photo.image.length,
        width: photo.width,
        height: photo.height,
      })
    )
    await drive.use().put(attachment.imageKey, photo.image, { contentType: Photo.contentType })
    await drive.use().put(attachment.thumbnailKey, photo.thumbnail, { contentType: Photo.contentType })
    await Current.run(unit, () => attachment.merge({ storedAt: DateTime.utc() }).save())
    return attachment
  }

  get imageKey() {
    return `${this.key}/photo.jpg`
  }

  get thumbnailKey() {
    return `${this.key}/thumbnail.jpg`
  }

  async attachTo(lead: Lead, message: Message | null = null) {
    this.leadId = lead.id
    this.messageId = message?.id ?? null
    await this.save()
  }

  bytes(size: 'full' | 'small' = 'full') {
    return drive.use().getBytes(size === 'small' ? this.thumbnailKey : this.imageKey)
  }
}
