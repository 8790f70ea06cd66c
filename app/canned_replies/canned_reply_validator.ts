import vine from '@vinejs/vine'

const words = () => vine.string().trim().maxLength(2000).nullable().optional()

const said = vine.createRule(
  (_, __, field) => {
    const { english, spanish } = field.parent as { english?: unknown; spanish?: unknown }
    if (!english && !spanish)
      field.report('Write the reply in English, in Spanish, or in both.', 'said', field)
  },
  { implicit: true }
)

export const cannedReplyValidator = vine.create({
  title: vine.string().trim().minLength(1).maxLength(80),
  /** Typed behind a slash. */
  shortcut: vine
    .string()
    .trim()
    .toLowerCase()
    .maxLength(30)
    .regex(/^[a-z0-9][a-z0-9_-]*$/),
  english: words().use(said()),
  spanish: words(),
})
