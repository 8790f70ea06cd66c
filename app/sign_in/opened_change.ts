import type { HttpContext } from '@adonisjs/core/http'
import { LinkClosedError } from '#app/sign_in/errors'
import { openLink } from '#app/sign_in/opened_link'
import EmailChange from '#app/sign_in/email_change'

/** The link of the address bar with the change of address that it is for, or null. */
export async function openChange(ctx: HttpContext, kind: 'email_approval' | 'email_proof') {
  const opened = await openLink(ctx, kind)
  const change = opened && (await EmailChange.of(opened.identity))
  if (!opened || !change || change.id !== opened.link.subjectId) {
    ctx.response.status(410)
    return null
  }
  return { ...opened, change }
}

export async function openChangeOrFail(ctx: HttpContext, kind: 'email_approval' | 'email_proof') {
  const opened = await openChange(ctx, kind)
  if (!opened) throw new LinkClosedError()
  return opened
}
