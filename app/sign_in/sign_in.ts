import type { HttpContext } from '@adonisjs/core/http'
import { browserWords } from '#app/sign_in/browser_words'
import { giveDeviceKey } from '#app/sign_in/device_key'
import { reachOf } from '#app/identity/session_reach'
import { claimSession } from '#app/sign_in/proof'
import Device from '#app/sign_in/device'
import type Identity from '#app/identity/identity'

/** Begins the session of somebody who has shown all that we ask for. */
export async function signIn(ctx: HttpContext, identity: Identity, { isRemembered = false } = {}) {
  const { auth, request, session } = ctx
  reachOf(ctx).reset()
  await auth.use('web').login(identity)
  const device = await Device.recognise(identity, giveDeviceKey(ctx), {
    ...browserWords(request.header('user-agent')),
    ip: request.ip(),
    isRemembered,
  })
  session.put('device', device.id)
  session.put('isRemembered', isRemembered)
  session.put('provenAt', Date.now())
  session.put('seenAt', Date.now())
  await claimSession(ctx)
}
