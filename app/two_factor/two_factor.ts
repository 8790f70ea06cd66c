import { DateTime } from 'luxon'
import encryption from '@adonisjs/core/services/encryption'
import { TwoFactorSchema } from '#database/schema'
import { acrossTenants } from '#app/platform/database/current'
import { newId } from '#app/platform/ids'
import { Totp } from '#app/two_factor/totp'
import { WrongCodeError } from '#app/two_factor/errors'
import RecoveryCode from '#app/two_factor/recovery_code'
import type Identity from '#app/identity/identity'

const purposeFor = (identity: Identity) => `two_factors.secret:${identity.id}`

/** The second thing that a person shows at sign-in: a code of the app that shares a secret with us. */
export default class TwoFactor extends TwoFactorSchema {
  static connection = 'system'

  static of(identity: Identity) {
    return this.findByOrFail('identityId', identity.id)
  }

  /** Turned on once a code proves that the app has the secret. */
  static turnOn(identity: Identity, secret: string, code: string) {
    const step = new Totp(secret, identity.email).stepOf(code)
    if (step === null) throw new WrongCodeError()
    const sealed = encryption.encrypt(secret, { purpose: purposeFor(identity) })
    return acrossTenants(async (trx) => {
      await this.query({ client: trx }).where('identityId', identity.id).delete()
      await this.create(
        { id: newId(), identityId: identity.id, secret: sealed, lastStep: step },
        { client: trx }
      )
      await identity.useTransaction(trx).merge({ twoFactorAt: DateTime.utc() }).save()
    })
  }

  static turnOff(identity: Identity) {
    return acrossTenants(async (trx) => {
      await this.query({ client: trx }).where('identityId', identity.id).delete()
      await RecoveryCode.query({ client: trx }).where('identityId', identity.id).delete()
      await identity.useTransaction(trx).merge({ twoFactorAt: null }).save()
    })
  }

  /** Each step counts once and only forwards, so a code that somebody saw is worth nothing after its owner used it. */
  async accept(identity: Identity, code: string) {
    const secret = encryption.decrypt<string>(this.secret, purposeFor(identity))!
    const step = new Totp(secret, identity.email).stepOf(code)
    if (step === null) return false
    const [count] = await TwoFactor.query()
      .where('id', this.id)
      .where('lastStep', '<', step)
      .update({ lastStep: step })
    return Number(count) === 1
  }
}
