import type { HttpContext } from '@adonisjs/core/http'
import { newSecret } from '#app/platform/secret'

const COOKIE = 'latchkey_device'
const LIFETIME = '400d'

/** The key by which a browser is known again, if it has one. */
export function deviceKey({ request }: HttpContext): string | null {
  return request.encryptedCookie(COOKIE) ?? null
}

/** The key of this browser; one that has none gets one. */
export function giveDeviceKey(ctx: HttpContext) {
  const key = deviceKey(ctx) ?? newSecret()
  ctx.response.encryptedCookie(COOKIE, key, { maxAge: LIFETIME })
  return key
}
