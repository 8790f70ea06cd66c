import { randomBytes } from 'node:crypto'
import { DateTime } from 'luxon'
import { acrossTenants } from '#app/platform/database/current'
import { RecoveryCodeSchema } from '#database/schema'
import { newId } from '#app/platform/ids'
import { hashOf } from '#app/platform/secret'
import type Identity from '#app/identity/identity'

const COUNT = 10
/** No letters that look like figures. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'

/** For the day when the phone is gone: each opens once. */
export default class RecoveryCode extends RecoveryCodeSchema {
  static connection = 'system'

  /** Ten new ones in place of the old ones; only their hashes stay here. */
  static renew(identity: Identity) {
    const codes = Array.from({ length: COUNT }, newCode)
    return acrossTenants(async (trx) => {
      await this.query({ client: trx }).where('identityId', identity.id).delete()
      await this.createMany(
        codes.map((code) => ({ id: newId(), identityId: identity.id, codeHash: hashFor(identity, code) })),
        { client: trx }
      )
      return codes
    })
  }

  /** Of two that come with the same code at once, one is let in. */
  static async consume(identity: Identity, typed: string) {
    const [count] = await this.query()
      .where({ identityId: identity.id, codeHash: hashFor(identity, typed) })
      .whereNull('usedAt')
      .update({ usedAt: DateTime.utc().toISO() })
    return Number(count) === 1
  }

  static async countLeft(identity: Identity) {
    return (await this.query().where('identityId', identity.id).whereNull('usedAt')).length
  }
}

// 80 bits: too many to be found from the hash.
function newCode() {
  const letters = [...randomBytes(16)].map((byte) => ALPHABET[byte & 31]).join('')
  return letters.match(/.{4}/g)!.join('-')
}

const hashFor = ({ id }: Identity, code: string) =>
  hashOf(`${id}:${code.toLowerCase().replace(/[^0-9a-z]/g, '')}`)
