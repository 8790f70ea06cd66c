import type { HttpContext } from '@adonisjs/core/http'
import { LinkClosedError } from '#app/sign_in/errors'
import IdentityLink, { type IdentityLinkKind } from '#app/sign_in/identity_link'
import Identity from '#app/identity/identity'

/** The link of the address bar with the person it is for, or null. */
export async function openLink({ params, response }: HttpContext, kind: IdentityLinkKind) {
  const link = await IdentityLink.open(kind, params.secret)
  const identity = link?.identityId ? await Identity.find(link.identityId) : null
  if (!link || !identity || identity.disabledAt) {
    response.status(410)
    return null
  }
  return { link, identity }
}

export async function openLinkOrFail(ctx: HttpContext, kind: IdentityLinkKind) {
  const opened = await openLink(ctx, kind)
  if (!opened) throw new LinkClosedError()
  return opened
}
