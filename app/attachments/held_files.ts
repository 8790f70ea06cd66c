import encryption from '@adonisjs/core/services/encryption'
import type { MultipartFile } from '@adonisjs/core/bodyparser'
import type { Unit } from '#app/platform/database/current'
import type User from '#app/identity/user'
import type Lead from '#app/leads/lead'
import Attachment from '#app/attachments/attachment'
import { FileGoneError, NotAFileError } from '#app/attachments/errors'
import { readFile } from '#app/attachments/read_file'

export type HeldAttachment = { reference: string; name: string; sizeBytes: number; isPhoto: boolean }

/** The photos and documents that a colleague adds to a message before it is sent: theirs alone, for one lead, for a day. */
export class HeldFiles {
  constructor(
    private lead: Lead,
    private author: User
  ) {}

  /** Outside of any unit, as `Attachment.hold` is. */
  async takeIn(file: MultipartFile | undefined, unit: Unit): Promise<HeldAttachment> {
    if (!file?.tmpPath || file.hasErrors) throw new NotAFileError()
    const attachment = await Attachment.hold(await readFile(file.tmpPath), file.clientName, unit)
    const { id, name, sizeBytes, isPhoto } = attachment
    const reference = encryption.encrypt(id, { purpose: this.purpose, expiresIn: '1 day' })
    return { reference, name, sizeBytes: Number(sizeBytes), isPhoto }
  }

  /** All that the references stand for; one that stands for nothing any more is told, so that no file is missing unseen. */
  async recall(references: string[]) {
    const ids = references.map((one) => encryption.decrypt<string>(one, this.purpose))
    const held = await Attachment.held(ids.filter((id) => id !== null))
    if (held.length < new Set(references).size) throw new FileGoneError()
    return held
  }

  private get purpose() {
    return `held-file:${this.lead.tenantId}:${this.lead.id}:${this.author.id}`
  }
}
