import encryption from '@adonisjs/core/services/encryption'
import type { HttpContext } from '@adonisjs/core/http'

const PURPOSE = 'shown-once'

/** Carries a new secret over the redirect to the next page, which shows it; the stored session holds only its cipher. */
export function showOnce({ session }: HttpContext, secret: string) {
  session.flash('shownOnce', encryption.encrypt(secret, { purpose: PURPOSE, expiresIn: '10 minutes' }))
}

export function shownOnce({ session }: Partial<HttpContext>): string | null {
  const cipher = session?.flashMessages.get('shownOnce')
  return cipher ? encryption.decrypt(cipher, PURPOSE) : null
}
