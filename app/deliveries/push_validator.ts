import vine from '@vinejs/vine'
import { areKeys } from '#app/platform/sending/push_encryption'
import { checkUrl, locate, resolveBySystem } from '#app/platform/outbound/safe_http_addresses'
import { NameUnknownError } from '#app/platform/outbound/safe_http_errors'
import { privatePushServices } from '#config/web_push'
import { rulesFor } from '#app/platform/outbound/named_hosts'

async function isCallable(endpoint: string) {
  const rules = { ...rulesFor(endpoint, privatePushServices), resolve: resolveBySystem }
  try {
    await locate(checkUrl(endpoint, rules), rules)
    return true
  } catch (error) {
    // Who cannot be looked up now is asked again at each message.
    return error instanceof NameUnknownError
  }
}

const pushService = vine.createRule(
  async (value, _, field) => {
    const { p256dh, auth } = field.parent as { p256dh: unknown; auth: unknown }
    if (!areKeys({ p256dh: String(p256dh), auth: String(auth) }))
      field.report(
        'The browser gave keys that cannot be used. Turn messages off in it and on again.',
        'keys',
        field
      )
    else if (!(await isCallable(String(value))))
      field.report('This is not the public address of a push service.', 'pushService', field)
  },
  { isAsync: true }
)

const target = () => ({
  endpoint: vine.string().maxLength(2000).use(pushService()),
  p256dh: vine.string().maxLength(200),
  auth: vine.string().maxLength(100),
})

export const pushSubscriptionValidator = vine.create(target())

/** `earlier` is the address by which the browser was known. */
export const pushRenewalValidator = vine.create({ earlier: vine.string().maxLength(2000), ...target() })
