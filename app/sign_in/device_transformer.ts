import { BaseTransformer } from '@adonisjs/core/transformers'
import type Device from '#app/sign_in/device'

/** A device as its owner sees it in the list. */
export default class DeviceTransformer extends BaseTransformer<Device> {
  constructor(
    device: Device,
    protected around: { signedIn: Set<string>; here: string | undefined }
  ) {
    super(device)
  }

  toObject() {
    const { id } = this.resource
    return {
      ...this.pick(this.resource, [
        'id',
        'browser',
        'system',
        'ip',
        'isRemembered',
        'lastSeenAt',
        'createdAt',
      ]),
      isSignedIn: this.around.signedIn.has(id),
      isHere: id === this.around.here,
    }
  }
}
