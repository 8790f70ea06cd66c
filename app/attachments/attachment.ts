import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { DateTime } from 'luxon'
import { AttachmentSchema } from '#database/schema'
import { newId } from '#app/platform/ids'
import { Current, type Unit } from '#app/platform/database/current'
import { AttachmentAdded, AttachmentRetried } from '#app/attachments/attachment_events'
import { disk } from '#app/attachments/disk'
import { Document } from '#app/attachments/document'
import { Photo } from '#app/attachments/photo'
import { makeSizes, PHOTO_SIZES, type MadeSize, type PhotoSize } from '#app/attachments/photo_sizes'
import type User from '#app/identity/user'
import type Lead from '#app/leads/lead'
import type Message from '#app/messages/message'

export const MAX_FILES = 6

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

  /** Each message with its files, all read at once. */
  static async withMessages(messages: Message[]) {
    const ids = messages.map(({ id }) => id)
    const files = await this.query().whereIn('messageId', ids).orderBy('id')
    const byMessage = Map.groupBy(files, ({ messageId }) => messageId)
    return messages.map((message) => ({ message, files: byMessage.get(message.id) ?? [] }))
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
    const { contentType, sizeBytes, width, height } = file
    const attachment = await Current.run(unit, () =>
      this.create({
        id,
        key: `${file instanceof Photo ? 'photos' : 'documents'}/${unit.tenantId}/${id}`,
        name: name.slice(0, 200),
        contentType,
        sizeBytes,
        width,
        height,
        sizes: [],
      })
    )
    await disk.put(attachment.fileKey, file)
    await Current.run(unit, () => attachment.merge({ storedAt: DateTime.utc() }).save())
    return attachment
  }

  get isPhoto() {
    return this.contentType === Photo.contentType
  }

  get fileKey() {
    return `${this.key}/${this.isPhoto ? 'photo.jpg' : Document.fileOf(this.contentType)}`
  }

  /** Nobody has to wait for the photo itself: it was made anew when it was taken in. */
  get isPrepared() {
    return !this.isPhoto || this.sizes.length > 0
  }

  /** Of a photo whose sizes could not be made, although they may be at the next try. */
  get isFailed() {
    return this.failedAt !== null
  }

  async attachTo(lead: Lead, message: Message | null = null) {
    this.leadId = lead.id
    this.messageId = message?.id ?? null
    await this.save()
    const { leadId, messageId, contentType } = this
    await AttachmentAdded.record(this, { leadId, messageId, contentType })
  }

  /** The sizes that screens show. Outside of any unit; made again they are the same files, so that only the row tells of them. */
  async prepare() {
    const folder = await mkdtemp(join(tmpdir(), 'latchkey-photo-'))
    try {
      const path = join(folder, 'photo.jpg')
      await pipeline(await this.stream(), createWriteStream(path))
      await this.putSizes(await makeSizes(path))
    } finally {
      await rm(folder, { recursive: true })
    }
  }

  async putSizes(made: MadeSize[]) {
    for (const { size, ...file } of made)
      await disk.put(this.keyOf(size), { ...file, contentType: Photo.contentType })
  }

  async noteSizes() {
    this.sizes = PHOTO_SIZES
    this.failedAt = null
    await this.save()
  }

  async noteFailure() {
    this.failedAt ??= DateTime.utc()
    await this.save()
  }

  async retry() {
    if (!this.isFailed) return
    this.failedAt = null
    await this.save()
    await AttachmentRetried.record(this, { leadId: this.leadId! })
  }

  /** The full one, as long as there is no other. */
  stream(size: PhotoSize | 'full' = 'full') {
    return disk.read(size === 'full' || !this.isIn(size) ? this.fileKey : this.keyOf(size))
  }

  isIn(size: PhotoSize | 'full') {
    return size === 'full' || this.sizes.includes(size)
  }

  keyOf(size: PhotoSize) {
    return `${this.key}/${size === 'small' ? 'thumbnail' : size}.jpg`
  }
}
