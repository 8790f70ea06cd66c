import vine from '@vinejs/vine'
import { heldReferences } from '#app/attachments/held_references'

const body = () => vine.string().trim().maxLength(5000)
const key = () => vine.string().uuid().nullable().optional()

const saysSomething = vine.createRule(
  (value, _, field) => {
    const { attachments } = field.parent as { attachments?: unknown[] }
    if (!value && !attachments?.length)
      field.report('Write a message, or add a file.', 'says_something', field)
  },
  { implicit: true }
)

/** Where files are added nothing has to be written. */
export const replyValidator = vine.create({
  body: body().nullable().optional().use(saysSomething()),
  key: key(),
  attachments: heldReferences().optional(),
})
