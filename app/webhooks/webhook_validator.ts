import vine from '@vinejs/vine'
import { cursorRule, pageSizeRule } from '#app/platform/database/cursor'
import { OFFERED_NAMES, TEST_EVENT } from '#app/webhooks/offered_events'
import { WEBHOOK_STATES } from '#app/webhooks/webhook_delivery'
import { whyNotCalled } from '#app/webhooks/webhook_post'

const callable = vine.createRule(
  async (value, _, field) => {
    const reason = await whyNotCalled(String(value))
    if (reason) field.report(reason, 'callable', field)
  },
  { isAsync: true }
)

export const webhookEndpointValidator = vine.create({
  url: vine.string().trim().maxLength(2000).use(callable()),
  description: vine
    .string()
    .trim()
    .maxLength(200)
    .parse((value) => value ?? ''),
  /** Null for all that there are, also those to come. */
  events: vine.array(vine.enum(OFFERED_NAMES)).minLength(1).distinct().nullable(),
})

export const webhookFiltersValidator = vine.create({
  state: vine.enum(WEBHOOK_STATES).optional(),
  event: vine.enum([...OFFERED_NAMES, TEST_EVENT]).optional(),
  limit: pageSizeRule().optional(),
  after: cursorRule().optional(),
})
