import vine from '@vinejs/vine'
import { heldReferences } from '#app/attachments/held_references'

export const leadFilesValidator = vine.create({ attachments: heldReferences().minLength(1) })
