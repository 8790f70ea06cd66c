import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import Device from '#app/sign_in/device'

const A_MINUTE = 60_000

/** Tells a device's owner when it was last used, to the minute. */
export default class PresenceMiddleware {
  handle({ session, request, response, logger }: HttpContext, next: NextFn) {
    const device: string | undefined = session.get('device')
    if (device && Date.now() - session.get('seenAt', 0) > A_MINUTE) {
      session.put('seenAt', Date.now())
      response.onFinish(() =>
        Device.notePresence(device, request.ip()).catch((error) =>
          logger.error({ err: error }, 'Presence not noted')
        )
      )
    }
    return next()
  }
}
