import encryption from '@adonisjs/core/services/encryption'
import type { MultipartFile } from '@adonisjs/core/bodyparser'
import type { Say } from '#app/platform/say'
import { Current, type Unit } from '#app/platform/database/current'
import Attachment, { MAX_PHOTOS } from '#app/attachments/attachment'
import { NotAPhotoError, PhotoRefusedError } from '#app/attachments/errors'
import { Photo } from '#app/attachments/photo'
import { previewOf } from '#app/attachments/photo_sizes'

type Given = {
  /** New files, by field. */
  files: Record<string, MultipartFile[]>
  /** References to photos that an earlier try of the same form left with us, by field. */
  references: Record<string, unknown>
}

export type HeldPicture = { reference: string; source: string }

/** The photos of a form: taken in once, then kept through every correction of its other answers. */
export class HeldPhotos {
  readonly byField: Record<string, Attachment[]> = {}
  /** What the sender must know about files that were not taken in, by field. */
  readonly refusals: Record<string, string[]> = {}

  private constructor(
    private unit: Unit,
    private say: Say
  ) {}

  /** `say` speaks the language of the sender. */
  static async gather({ files, references }: Given, unit: Unit, say: Say): Promise<HeldPhotos> {
    const photos = new HeldPhotos(unit, say)
    for (const [field, given] of Object.entries(references)) await photos.recall(field, [given].flat())
    for (const [field, given] of Object.entries(files)) await photos.takeIn(field, given)
    return photos
  }

  get all() {
    return Object.values(this.byField).flat()
  }

  get isComplete() {
    return Object.keys(this.refusals).length === 0
  }

  get ids() {
    return Object.fromEntries(
      Object.entries(this.byField).map(([field, photos]) => [field, photos.map(({ id }) => id)])
    )
  }

  /** What a form carries to be given the photo again: it opens nothing and ends by itself. */
  static referenceTo({ id, tenantId }: Attachment) {
    return encryption.encrypt(id, { purpose: purposeIn(tenantId), expiresIn: '1 day' })
  }

  /** The photos of a field as a page shows them before they belong to anything. */
  pictures(field: string): Promise<HeldPicture[]> {
    return Promise.all(
      (this.byField[field] ?? []).map(async (photo) => ({
        reference: HeldPhotos.referenceTo(photo),
        source: await previewOf(await photo.stream()),
      }))
    )
  }

  private async recall(field: string, references: unknown[]) {
    const ids = references
      .filter((one): one is string => typeof one === 'string')
      .slice(0, MAX_PHOTOS)
      .map((one) => encryption.decrypt<string>(one, purposeIn(this.unit.tenantId)))
      .filter((id) => id !== null)
    if (ids.length) this.byField[field] = await Current.run(this.unit, () => Attachment.held(ids))
  }

  private async takeIn(field: string, files: MultipartFile[]) {
    for (const file of files) {
      if (this.all.length >= MAX_PHOTOS) {
        this.refuse(field, file, this.say('photos.too_many', { limit: MAX_PHOTOS }))
      } else {
        await this.takeInOne(field, file)
      }
    }
  }

  private async takeInOne(field: string, file: MultipartFile) {
    try {
      const photo = await Photo.read(placeOf(file))
      this.byField[field] ??= []
      this.byField[field].push(await Attachment.hold(photo, file.clientName, this.unit))
    } catch (error) {
      if (!(error instanceof PhotoRefusedError)) throw error
      this.refuse(field, file, this.say(error.key))
    }
  }

  private refuse(field: string, { clientName }: MultipartFile, why: string) {
    this.refusals[field] ??= []
    this.refusals[field].push(`${clientName}: ${why}`)
  }
}

const purposeIn = (tenantId: string) => `held-photo:${tenantId}`

function placeOf(file: MultipartFile) {
  if (!file.tmpPath || file.hasErrors) throw new NotAPhotoError()
  return file.tmpPath
}
