import type { HttpContext } from '@adonisjs/core/http'
import Device from '#app/sign_in/device'
import DeviceTransformer from '#app/sign_in/device_transformer'

const LATEST = 50

/** Where a person is signed in, or was. */
export default class DevicesController {
  async index({ auth, session, inertia }: HttpContext) {
    const identity = auth.getUserOrFail()
    const devices = await Device.of(identity)
      .orderBy('lastSeenAt', 'desc')
      .orderBy('id', 'desc')
      .limit(LATEST)
    const signedIn = await Device.signedIn(identity)
    return inertia.render('sign_in/devices/index', {
      devices: DeviceTransformer.transform(devices, { signedIn, here: session.get('device') }),
    })
  }

  async destroy({ auth, params, response, session }: HttpContext) {
    const device = await Device.of(auth.getUserOrFail()).where('id', params.id).firstOrFail()
    await device.forget()
    session.flash('notice', `${device.browser} on ${device.system} is signed out`)
    return response.redirect().back()
  }
}
