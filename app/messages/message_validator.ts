import vine from '@vinejs/vine'
import { MAX_FILES } from '#app/attachments/attachment'

const body = () => vine.string().trim().maxLength(5000)
const key = () => vine.string().uuid().nullable().optional()

export const messageValidator = vine.create({ body: body().minLength(1), key: key() })

const saysSomething = vine.createRule(
  (value, _, field) => {
    const { attachments } = field.parent as { attachments?: unknown[] }
    if (!value && !attachments?.length)
      field.report('Write a message, or add a file.', 'says_something', field)
  },
  { implicit: true }
)

/** From the screens, where files can be added: then nothing has to be written. */
export const replyValidator = vine.create({
  body: body().nullable().optional().use(saysSomething()),
  key: key(),
  attachments: vine.array(vine.string().maxLength(600)).maxLength(MAX_FILES).distinct().optional(),
})
