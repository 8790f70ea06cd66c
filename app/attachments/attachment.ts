import { DateTime } from 'luxon'
import drive from '@adonisjs/drive/services/main'
import { AttachmentSchema } from '#database/schema'
import { newId } from '#app/platform/ids'
import { Current, type Unit } from '#app/platform/database/current'
import { Document } from '#app/attachments/document'
import { Photo } from '#app/attachments/photo'
import type User from '#app/identity/user'
import type Lead from '#app/leads/lead'
import type Message from '#app/messages/message'

export const MAX_PHOTOS = 6

/** A photo that came with a request or a message, or a document that came with one. */
export default class Attachment extends AttachmentSchema {
  static ofLead(lead: { id: string }) {
    return this.query().where('leadId', lead.id).orderBy('id')
  }

  /** Those of a lead that somebody may see: the photos of the form go with its answers. */
  static shownTo(reader: User, lead: { id: string }) {
    const isAnswerShown = reader.fields('leads').shows('photos')
    return this.ofLead(lead).if(!isAnswerShown, (photos) => photos.whereNotNull('messageId'))
  }

  static ofMessage(message: { id: string }) {
    return this.query().where('messageId', message.id).orderBy('id')
  }

  /** Photos that were taken in, but whose form was not accepted yet. */
  static held(ids: string[]) {
    return this.query().whereIn('id', ids).whereNull('leadId').whereNotNull('storedAt').orderBy('id')
  }

  /**
   * Takes a file in, outside of any unit: the row comes before the files, so that whatever is interrupted leaves a
   * row from which the sweep finds them.
   */
  static async hold(file: Photo | Document, name: string, unit: Unit): Promise<Attachment> {
    const id = newId()
    const { contentType } = file instanceof Photo ? Photo : Document
    const content = file instanceof Photo ? file.image : file.content
    const attachment = await Current.run(unit, () =>
      this.create({
        id,
        key: `${file instanceof Photo ? 'photos' : 'documents'}/${unit.tenantId}/${id}`,
        name: name.slice(0, 200),
        contentType,
        sizeBytes: content.length,
        width: file.width,
        height: file.height,
      })
    )
    await drive.use().put(attachment.fileKey, content, { contentType })
    if (file instanceof Photo) await drive.use().put(attachment.thumbnailKey, file.thumbnail, { contentType })
    await Current.run(unit, () => attachment.merge({ storedAt: DateTime.utc() }).save())
    return attachment
  }

  get isPhoto() {
    return this.contentType === Photo.contentType
  }

  get fileKey() {
    return `${this.key}/${this.isPhoto ? 'photo.jpg' : 'document.pdf'}`
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
    return drive.use().getBytes(size === 'small' && this.isPhoto ? this.thumbnailKey : this.fileKey)
  }
}
