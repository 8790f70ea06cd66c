import { hashOf } from '#app/platform/secret'
import { findHolder } from '#app/identity/token_holder'
import { AccessTokenRefusedError } from '#app/access_tokens/errors'

const OPAQUE = /^Bearer (lk_[\w-]{43})$/i

/** Who is asking, and for which company. No cache stands before it: a revoked token fails at once. */
export async function bearerOf(header = '') {
  const secret = OPAQUE.exec(header)?.[1]
  const holder = secret && (await findHolder(hashOf(secret)))
  if (!holder) throw new AccessTokenRefusedError()
  return holder
}
