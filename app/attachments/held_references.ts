import vine from '@vinejs/vine'
import { MAX_FILES } from '#app/attachments/attachment'

/** What uploads were answered with, for files that are to go together. */
export const heldReferences = () => vine.array(vine.string().maxLength(600)).maxLength(MAX_FILES).distinct()
