import type { HttpContext } from '@adonisjs/core/http'
import { browserWords } from '#app/sign_in/browser_words'
import { giveDeviceKey } from '#app/sign_in/device_key'
import { reachOf } from '#app/identity/session_reach'
import { claimSession } from '#app/sign_in/proof'
import { recordInCompanies, UserSignedIn, type SignInWay } from '#app/sign_in/sign_in_events'
import Device from '#app/sign_in/device'
import IdentityMail from '#app/sign_in/identity_mail'
import type Identity from '#app/identity/identity'

type Options = {
  way: SignInWay
  isRemembered?: boolean
  /** The one company that hears of it, because its issuer began the session and nothing else is opened. */
  only?: string
}

/** Begins the session of somebody who has shown all that we ask for. */
export async function signIn(
  ctx: HttpContext,
  identity: Identity,
  { way, isRemembered = false, only }: Options
) {
  const { auth, request, session } = ctx
  if (await isOfSomebodyElse(ctx, identity)) session.clear()
  reachOf(ctx).reset()
  await auth.use('web').login(identity)
  const words = browserWords(request.header('user-agent'))
  const facts = { ...words, ip: request.ip() }
  const device = await Device.recognise(identity, giveDeviceKey(ctx), { ...facts, isRemembered })
  session.put('device', device.id)
  session.put('isRemembered', isRemembered)
  session.put('provenAt', Date.now())
  session.put('seenAt', Date.now())
  await claimSession(ctx)
  if (device.isNew && (await Device.isOneOfSeveral(identity)))
    await IdentityMail.owe('new_device', identity.email, facts)
  await recordInCompanies(identity, UserSignedIn, { way, ...words }, { only })
}

// What one person left in the session is nothing for the next.
async function isOfSomebodyElse({ auth }: HttpContext, { id }: Identity) {
  await auth.check()
  return auth.user !== undefined && auth.user.id !== id
}
