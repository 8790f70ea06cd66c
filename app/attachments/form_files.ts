import encryption from '@adonisjs/core/services/encryption'
import type { MultipartFile } from '@adonisjs/core/bodyparser'
import type { Say } from '#app/platform/say'
import { Current, type Unit } from '#app/platform/database/current'
import Attachment, { MAX_FILES } from '#app/attachments/attachment'
import { FileRefusedError, NotAPhotoError } from '#app/attachments/errors'
import { Photo } from '#app/attachments/photo'
import { previewOf } from '#app/attachments/photo_sizes'
import { readFile } from '#app/attachments/read_file'

type Given = {
  /** New ones, by field. */
  files: Record<string, MultipartFile[]>
  /** References to files that an earlier try of the same form left with us, by field. */
  references: Record<string, unknown>
  /** Whether a field takes documents too. */
  takesDocuments(field: string): boolean
}

/** Without a source it is a document, which is not shown. */
export type HeldFile = { reference: string; name: string; source: string | null }

/** The files of a form: taken in once, then kept through every correction of its other answers. */
export class FormFiles {
  readonly byField: Record<string, Attachment[]> = {}
  /** What the sender must know about files that were not taken in, by field. */
  readonly refusals: Record<string, string[]> = {}

  private constructor(
    private unit: Unit,
    private say: Say,
    private takesDocuments: Given['takesDocuments']
  ) {}

  /** `say` speaks the language of the sender. */
  static async gather(
    { files, references, takesDocuments }: Given,
    unit: Unit,
    say: Say
  ): Promise<FormFiles> {
    const held = new FormFiles(unit, say, takesDocuments)
    for (const [field, given] of Object.entries(references)) await held.recall(field, [given].flat())
    for (const [field, given] of Object.entries(files)) await held.takeIn(field, given)
    return held
  }

  get all() {
    return Object.values(this.byField).flat()
  }

  get isComplete() {
    return Object.keys(this.refusals).length === 0
  }

  get ids() {
    return Object.fromEntries(
      Object.entries(this.byField).map(([field, files]) => [field, files.map(({ id }) => id)])
    )
  }

  /** What a form carries to be given the file again: it opens nothing and ends by itself. */
  static referenceTo({ id, tenantId }: Attachment) {
    return encryption.encrypt(id, { purpose: purposeIn(tenantId), expiresIn: '1 day' })
  }

  /** The files of a field as a page shows them before they belong to anything. */
  shown(field: string): Promise<HeldFile[]> {
    return Promise.all(
      (this.byField[field] ?? []).map(async (file) => ({
        reference: FormFiles.referenceTo(file),
        name: file.name,
        source: file.isPhoto ? await previewOf(await file.stream()) : null,
      }))
    )
  }

  private async recall(field: string, references: unknown[]) {
    const ids = references
      .filter((one): one is string => typeof one === 'string')
      .slice(0, MAX_FILES)
      .map((one) => encryption.decrypt<string>(one, purposeIn(this.unit.tenantId)))
      .filter((id) => id !== null)
    if (ids.length === 0) return
    const held = await Current.run(this.unit, () => Attachment.held(ids))
    this.byField[field] = held.filter(({ isPhoto }) => isPhoto || this.takesDocuments(field))
  }

  private async takeIn(field: string, files: MultipartFile[]) {
    for (const file of files) {
      if (this.all.length >= MAX_FILES) {
        this.refuse(field, file, this.say('photos.too_many', { limit: MAX_FILES }))
      } else {
        await this.takeInOne(field, file)
      }
    }
  }

  private async takeInOne(field: string, file: MultipartFile) {
    try {
      const read = this.takesDocuments(field) ? readFile : Photo.read
      const taken = await read(placeOf(file))
      this.byField[field] ??= []
      this.byField[field].push(await Attachment.hold(taken, file.clientName, this.unit))
    } catch (error) {
      if (!(error instanceof FileRefusedError)) throw error
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
